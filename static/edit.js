// The edit form, so that nothing is lost and nobody waits in the dark: files are checked and shown before they are sent, sending can be watched
// and stopped, and an error changes nothing but the messages. Without this script the browser sends the same form.
const byId = id => document.getElementById(id);
const [form, fields, save, outcome, told, login] = ["edit", "fields", "save", "outcome", "told", "login"].map(byId);
const [sending, progress, sent, cancel] = ["sending", "progress", "sent", "cancel"].map(byId);
const files = [...form.querySelectorAll("[type=file]")];
const request = new XMLHttpRequest();
const CORRECT = "Nothing was saved yet. Please correct this:";
let begun = 0, saved = false;
function make(tag, properties, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  return element.append(...children), element;
}
const size = bytes => bytes < 1024 ? `${bytes} bytes` : bytes < 1048576 ? `${Math.round(bytes / 1024)} kB` : `${(bytes / 1048576).toFixed(1)} MB`;

/** Puts a message beside its field, as the service's pages have it; "" takes it away. */
function mark(control, message) {
  const id = control.id + "-error", others = (control.getAttribute("aria-describedby") ?? "").replace(id, "").trim();
  byId(id)?.remove();
  control.ariaInvalid = message ? "true" : null;
  control.setAttribute("aria-describedby", message ? `${id} ${others}` : others);
  if (message) control.after(make("small", {id, className: "error", textContent: message}));
}
const fault = ({accept, dataset}, {name, size}) => size === 0 ? dataset.empty : size > dataset.most ? dataset.large
  : accept.split(",").some(end => name.toLowerCase().endsWith(end)) ? "" : dataset.other;

/** What the browser can show of a file; nothing of a PDF that is broken or locked, of which its viewer would only complain. */
async function preview(file) {
  const src = URL.createObjectURL(file);
  if (/^image\/(png|jpeg)$/.test(file.type)) return make("img", {src, alt: ""});
  const pdf = file.type === "application/pdf" && navigator.pdfViewerEnabled ? await file.text() : "";
  const whole = /startxref\s+\d+\s+%%EOF\s*$/.test(pdf) && !pdf.includes("/Encrypt");
  return whole ? make("iframe", {src: src + "#toolbar=0&view=FitH", title: "The first page of " + file.name, inert: true}) : "";
}

for (const input of files) {
  const chosen = input.parentNode.querySelector(".chosen"), remove = input.parentNode.querySelector("[type=checkbox]");
  const show = () => {
    const file = input.files[0], wrong = file ? fault(input, file) : "";
    input.setCustomValidity(wrong);
    mark(input, wrong);
    chosen.replaceChildren();
    if (!file) return;
    if (remove) remove.checked = false;
    const back = make("button", {type: "button", className: "secondary outline", textContent: "Do not send it", onclick: () => (none(), input.focus())});
    chosen.append(make("p", {}, make("bdi", {}, file.name), `, ${size(file.size)}`), back);
    if (!wrong) preview(file).then(it => back.after(it), () => {});
  };
  const none = () => (input.value = "", show());
  input.addEventListener("change", show);
  remove?.addEventListener("change", () => remove.checked && none());
  for (const kind of ["dragover", "dragleave", "drop"]) input.addEventListener(kind, () => input.classList.toggle("over", kind === "dragover"));
}

// A file that misses its field must not take the place of the page.
for (const kind of ["dragover", "drop"]) addEventListener(kind, event => event.target.type !== "file" && event.preventDefault());

for (const text of form.querySelectorAll("textarea[maxlength]")) {
  const most = text.maxLength, counter = text.parentNode.querySelector(".counter");
  const count = () => {
    const length = [...text.value.trim()].length, left = most - length, many = Math.abs(left);
    counter.textContent = `${many.toLocaleString("en")} character${many === 1 ? "" : "s"} ${left < 0 ? "too many" : "left"}`;
    text.setCustomValidity(left < 0 ? `Use at most ${most.toLocaleString("en")} characters (this has ${length.toLocaleString("en")}).` : "");
    if (left <= 100 && left % 10 === 0) told.textContent = counter.textContent;
  };
  // Browsers count otherwise than the service, and cut what is pasted without a word.
  text.removeAttribute("maxlength");
  text.addEventListener("input", count);
  count();
}
const changed = it => it.type === "file" ? it.files.length : it.type === "checkbox" ? it.checked !== it.defaultChecked : it.value !== it.defaultValue;
addEventListener("beforeunload", event => !saved && [...fields.querySelectorAll("input, textarea")].some(changed) && event.preventDefault());
function busy(now) {
  fields.inert = save.disabled = save.ariaBusy = now;
  sending.hidden = true;
  for (const old of document.querySelectorAll("main > .message, main > .summary:not(#outcome), #outcome > *")) old.remove();
}

/** Says what became of it, and leads to where it can be mended. */
function tell(text, errors = {}) {
  busy(false);
  for (const name of Object.keys(errors).filter(byId)) mark(byId(name), errors[name].join(" "));
  const wrong = [...form.querySelectorAll("[aria-invalid=true]")].map(control => {
    const label = control.closest("fieldset")?.querySelector("legend") ?? control.labels[0];
    return make("li", {}, make("a", {href: "#" + control.id, textContent: `${label.textContent}: ${byId(control.id + "-error").textContent}`}));
  });
  outcome.replaceChildren(make("p", {}, text), wrong.length ? make("ul", {}, ...wrong) : "");
  (form.querySelector("[aria-invalid=true]") ?? outcome).focus();
}

function ask(why) {
  tell(login.querySelector("p").textContent = `${why} Log in, and what you typed and chose is saved.`);
  login.showModal();
}

form.addEventListener("submit", async event => {
  event.preventDefault();
  for (const control of form.querySelectorAll("[aria-invalid]")) mark(control, "");
  busy(true);
  for (const it of files) await it.files[0]?.slice(0, 1).arrayBuffer().catch(() => mark(it, "This file was moved or changed. Choose it again."));
  if (form.querySelector("[aria-invalid=true]")) return tell(CORRECT);
  begun = performance.now();
  request.open("POST", form.action);
  request.setRequestHeader("Accept", "application/json");
  request.setRequestHeader("Prefer", "flash");
  request.responseType = "json";
  request.send(new FormData(form));
});

/** Asked when an answer is missing: an upload that is refused at once may break off before its answer is read. */
const loggedOut = () => fetch(form.action, {redirect: "manual"}).then(answer => answer.type === "opaqueredirect", () => false);

request.upload.onprogress = ({loaded, total}) => {
  const all = loaded === total, quarter = Math.floor(4 * loaded / total), seconds = Math.ceil((performance.now() - begun) / 1000 * (total / loaded - 1));
  sent.textContent = all ? "All is sent, and being saved."
    : `${size(loaded)} of ${size(total)}, about ${seconds < 90 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`} left`;
  if (!sending.hidden && quarter > Math.floor(4 * progress.value)) told.textContent = all ? sent.textContent : `${25 * quarter} percent sent`;
  progress.value = loaded / total;
  // What is sent may be saved at any moment, and cannot be stopped any more.
  cancel.hidden = all;
  if (!all && sending.hidden) sending.hidden = false, cancel.focus();
};
cancel.addEventListener("click", () => request.abort());
request.onabort = () => tell("Stopped: nothing was saved. What you typed and chose is still here.");
request.onload = request.onerror = async () => {
  const {status, response: answer} = request;
  saved = status === 200 && answer;
  if (saved) location.assign(form.dataset.next);
  else if (status === 409 && answer) ask(`${answer.title}.`);
  else if (status === 401 || status === 0 && await loggedOut()) ask("Your session has ended.");
  else if (!answer) tell(status === 413 ? "This is more than can be sent at once. Choose smaller files, or send them one after the other."
    : "The service cannot be reached, or the connection was lost. What you typed and chose is still here: try again in a moment.");
  else tell(answer.errors && !answer.errors.form ? CORRECT : answer.detail, answer.errors);
  if (status !== 412) return;
  form.elements.version.value = request.getResponseHeader("ETag");
  outcome.append(make("a", {href: new URL("..", form.action), target: "_blank", textContent: "See what is saved now"}));
};

login.querySelector("[type=button]").addEventListener("click", () => login.close());
login.addEventListener("submit", async event => {
  event.preventDefault();
  const error = login.querySelector(".error"), body = new URLSearchParams(new FormData(event.target));
  const answer = await fetch("/accounts/login/", {method: "POST", headers: {Accept: "application/json"}, body}).then(it => it.json(), () => null);
  error.textContent = !answer ? "The service cannot be reached. Try again in a moment." : answer.errors?.form?.join(" ") ?? answer.detail ?? "";
  if (error.textContent) return login.querySelector("[name=password]").select();
  login.close();
  form.requestSubmit();
});
