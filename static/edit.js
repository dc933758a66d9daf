// The edit form, so that nothing is lost and nobody waits in the dark: files are checked and shown before they are sent, sending can be watched
// and stopped, and an error changes nothing but the messages. Without this script the browser sends the same form.
const [form, fields, save, outcome, sending, progress, sent, cancel, told, login] =
  ["edit", "fields", "save", "outcome", "sending", "progress", "sent", "cancel", "told", "login"].map(id => document.getElementById(id));
const make = (tag, properties, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  return element.append(...children), element;
};
const size = bytes => bytes < 1024 ? `${bytes} bytes` : bytes < 1048576 ? `${Math.round(bytes / 1024)} kB` : `${(bytes / 1048576).toFixed(1)} MB`;

/** A message beside its field, as the server's pages have it; "" for none. */
function mark(control, message) {
  const id = control.id + "-error", others = (control.getAttribute("aria-describedby") ?? "").split(" ").filter(it => it && it !== id);
  document.getElementById(id)?.remove();
  if (message) control.after(make("small", {id, className: "error", textContent: message}));
  control.ariaInvalid = message ? "true" : null;
  control.setAttribute("aria-describedby", [...message ? [id] : [], ...others].join(" "));
}

function attach(input) {
  const box = input.closest("fieldset"), chosen = box.querySelector(".chosen"), remove = box.querySelector("[type=checkbox]");
  let url = null;
  const fault = file => file.size === 0 ? input.dataset.empty : file.size > input.dataset.most ? input.dataset.large
    : input.accept.split(",").some(end => file.name.toLowerCase().endsWith(end)) ? "" : input.dataset.other;
  const preview = ({type}) => /^image\/(png|jpeg)$/.test(type) ? make("img", {src: url, alt: "The picture that you chose", onerror: ({target}) => target.remove()})
    : type === "application/pdf" && navigator.pdfViewerEnabled ? make("iframe", {src: url + "#toolbar=0&view=FitH", title: "The file that you chose", inert: true}) : "";
  const put = files => (input.files = files, input.dispatchEvent(new Event("change"))), none = () => put(new DataTransfer().files);
  input.addEventListener("change", () => {
    const file = input.files[0], wrong = file ? fault(file) : "";
    URL.revokeObjectURL(url);
    input.setCustomValidity(wrong);
    mark(input, wrong);
    chosen.replaceChildren();
    if (!file) return;
    if (remove) remove.checked = false;
    url = URL.createObjectURL(file);
    chosen.append(make("p", {}, `${file.name}, ${size(file.size)}`), wrong ? "" : preview(file),
      make("button", {type: "button", className: "secondary outline", textContent: "Do not send it", onclick: () => (none(), input.focus())}));
  });
  remove?.addEventListener("change", () => remove.checked && none());
  for (const kind of ["dragover", "dragleave", "drop"]) box.addEventListener(kind, () => box.classList.toggle("over", kind === "dragover"));
  box.addEventListener("drop", ({dataTransfer: {files}}) => files.length > 1 ? mark(input, `Send one file, not ${files.length}.`) : files.length && put(files));
}
form.querySelectorAll("input[type=file]").forEach(attach);
// The viewer takes the focus to say that a PDF is broken.
addEventListener("focusout", ({target}) => setTimeout(() => document.activeElement.inert && target.focus()));
// A file that misses its field must not take the place of the page.
for (const kind of ["dragover", "drop"]) addEventListener(kind, event => event.preventDefault());

for (const text of form.querySelectorAll("textarea[maxlength]")) {
  const most = text.maxLength, counter = text.parentNode.querySelector(".counter");
  const count = () => {
    const left = most - [...text.value.trim()].length, many = Math.abs(left);
    counter.textContent = `${many.toLocaleString("en")} character${many === 1 ? "" : "s"} ${left < 0 ? "too many" : "left"}`;
    text.setCustomValidity(left < 0 ? `Use at most ${most} characters (this has ${most - left}).` : "");
    if (left < 0 || left <= 100 && left % 10 === 0) told.textContent = counter.textContent;
  };
  // Browsers count otherwise than the service, and cut what is pasted without a word.
  text.removeAttribute("maxlength");
  text.addEventListener("input", count);
  count();
}

let request = null, stopped = false, leaving = false;
const changed = () => [...form.querySelectorAll("input, textarea")].some(it => it.type === "file" ? it.files.length : it.type === "checkbox" ? it.checked !== it.defaultChecked : it.value !== it.defaultValue);
addEventListener("beforeunload", event => !leaving && (request || changed()) && event.preventDefault());

/** Becomes the request when it has ended, one way or another. */
const post = body => new Promise(ended => {
  const begun = performance.now();
  request = new XMLHttpRequest();
  request.open("POST", form.action);
  request.setRequestHeader("Accept", "application/json");
  request.setRequestHeader("Prefer", "flash");
  request.responseType = "json";
  request.upload.onprogress = ({loaded, total}) => {
    const seconds = Math.ceil((performance.now() - begun) / 1000 * (total / loaded - 1)), quarter = Math.floor(4 * loaded / total) / 4;
    if (loaded < total && sending.hidden) {
      sending.hidden = false;
      cancel.focus();
    }
    sent.textContent = loaded === total ? "All is sent, and being saved."
      : `${size(loaded)} of ${size(total)}, about ${seconds < 90 ? seconds + " s" : Math.ceil(seconds / 60) + " min"} left`;
    if (!sending.hidden && quarter > Math.floor(4 * progress.value) / 4) told.textContent = quarter === 1 ? sent.textContent : `${100 * quarter} percent sent`;
    progress.value = loaded / total;
    // What is sent may be saved at any moment, and cannot be stopped any more.
    cancel.hidden = loaded === total;
  };
  request.onloadend = () => ended(request);
  request.send(body);
});
const loggedOut = () => fetch(form.action, {redirect: "manual"}).then(answer => answer.type === "opaqueredirect", () => false);

function busy(now) {
  fields.inert = save.disabled = save.ariaBusy = now;
  outcome.replaceChildren();
  sending.hidden = true;
  document.querySelectorAll("main > .message, main > .summary").forEach(it => it.remove());
  cancel.hidden = false;
  progress.value = 0;
}

/** Says what became of it, and leads to where it can be mended. */
function tell(text, errors = {}) {
  const label = it => (it.closest("fieldset")?.querySelector("legend") ?? it.labels[0]).textContent;
  const wrong = Object.keys(errors).map(name => form.elements[name]).filter(it => it?.id);
  wrong.forEach(control => mark(control, errors[control.name].join(" ")));
  outcome.replaceChildren(make("p", {}, text), 
    ...wrong.length ? [make("ul", {}, ...wrong.map(it => make("li", {}, make("a", {href: "#" + it.id, textContent: `${label(it)}: ${errors[it.name].join(" ")}`}))))] : []);
  (wrong[0] ?? outcome).focus();
}

function ask(why) {
  tell(login.querySelector("p").textContent = `${why} Log in, and what you typed and chose is saved.`);
  login.showModal();
}

form.addEventListener("submit", async event => {
  event.preventDefault();
  if (request) return;
  form.querySelectorAll("[aria-invalid]").forEach(control => mark(control, ""));
  stopped = false;
  busy(true);
  const {status, response: answer} = await post(new FormData(form)), tag = request.getResponseHeader("ETag");
  const stranger = status === 401 || status === 409 || status === 0 && !stopped && await loggedOut();
  request = null;
  leaving = status >= 200 && status < 300;
  if (leaving) return location.assign(form.dataset.next);
  busy(false);
  if (stranger) ask(status === 409 ? answer.title + "." : "Your session has ended.");
  else if (stopped) tell("Stopped: nothing was saved. What you typed and chose is still here.");
  else if (!answer) tell("The service cannot be reached, or the connection was lost. What you typed and chose is still here: try again in a moment.");
  else tell(answer.errors && !answer.errors.form ? "Nothing was saved yet. Please correct this:" : answer.detail, answer.errors);
  if (status !== 412) return;
  outcome.append(make("a", {href: new URL("..", form.action), target: "_blank", textContent: "See what is saved now"}));
  form.elements.version.value = tag;
});
cancel.addEventListener("click", () => (stopped = true, request.abort()));

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
