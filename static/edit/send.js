/** Sends the form and shows the answer. */
import {addToSummary, clearErrors, clearSummary, firstInvalid, showError, showSummary} from "./errors.js";
import {byId, create, fields, fileInputs, form} from "./page.js";
import {hideProgress, startProgress, watchProgress} from "./progress.js";
import {isLoggedOut, openLogin, watchLogin} from "./session.js";

const CORRECT = "Nothing was saved yet. Please correct this:";
const save = byId("save");
const request = new XMLHttpRequest();
let saved = false;

export function watchForm() {
  form.addEventListener("submit", event => {
    event.preventDefault();
    submit();
  });
  request.addEventListener("load", showAnswer);
  request.addEventListener("error", showAnswer);
  request.addEventListener("abort", () => finish("Stopped: nothing was saved. What you typed and chose is still here."));
  watchProgress(request);
  watchLogin(() => form.requestSubmit());
  addEventListener("beforeunload", event => {
    if (!saved && [...fields.querySelectorAll("input, textarea")].some(isChanged)) event.preventDefault();
  });
}

async function submit() {
  clearErrors();
  setBusy(true);
  for (const input of fileInputs()) await checkReadable(input);
  if (firstInvalid()) {
    finish(CORRECT);
    return;
  }
  startProgress();
  request.open("POST", form.action);
  request.setRequestHeader("Accept", "application/json");
  request.setRequestHeader("Prefer", "flash");
  request.responseType = "json";
  request.send(new FormData(form));
}

/** @param {HTMLInputElement} input */
async function checkReadable(input) {
  try {
    await input.files[0]?.slice(0, 1).arrayBuffer();
  } catch {
    showError(input, "This file was moved or changed. Choose it again.");
  }
}

async function showAnswer() {
  const {status, response: answer} = request;
  if (status === 200 && answer) {
    saved = true;
    location.assign(form.dataset.next);
  } else if (status === 409 && answer) {
    askForLogin(`${answer.title}.`);
  } else if (status === 401 || status === 0 && await isLoggedOut()) {
    askForLogin("Your session has ended.");
  } else if (status === 413 && !answer) {
    finish("This is more than can be sent at once. Choose smaller files, or send them one after the other.");
  } else if (!answer) {
    finish("The service cannot be reached, or the connection was lost. What you typed and chose is still here: try again in a moment.");
  } else {
    finish(answer.errors && !answer.errors.form ? CORRECT : answer.detail, answer.errors);
  }
  if (status === 412) offerToCompare();
}

/** The next attempt overwrites the other change, which the person can look at first. */
function offerToCompare() {
  form.elements.version.value = request.getResponseHeader("ETag");
  addToSummary(create("a", {href: new URL("..", form.action), target: "_blank", textContent: "See what is saved now"}));
}

/** @param {string} reason */
function askForLogin(reason) {
  const text = `${reason} Log in, and what you typed and chose is saved.`;
  finish(text);
  openLogin(text);
}

/**
 * @param {string} text
 * @param {Object<string, string[]>} [errors]
 */
function finish(text, errors = {}) {
  setBusy(false);
  showSummary(text, errors);
}

/** @param {boolean} busy */
function setBusy(busy) {
  fields.inert = busy;
  save.disabled = busy;
  save.ariaBusy = busy;
  hideProgress();
  clearSummary();
}

function isChanged(control) {
  if (control.type === "file") return control.files.length > 0;
  if (control.type === "checkbox") return control.checked !== control.defaultChecked;
  return control.value !== control.defaultValue;
}
