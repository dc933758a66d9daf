/** Messages beside the fields, and the summary above the form. */
import {byId, create, form} from "./page.js";

const outcome = byId("outcome");

/**
 * Shows an error below its field, as the pages of the service do.
 * @param {HTMLElement} control
 * @param {string} message
 */
export function showError(control, message) {
  clearError(control);
  const id = control.id + "-error";
  const others = control.getAttribute("aria-describedby") ?? "";
  control.ariaInvalid = "true";
  control.setAttribute("aria-describedby", `${id} ${others}`);
  control.after(create("small", {id, className: "error", textContent: message}));
}

/** @param {HTMLElement} control */
export function clearError(control) {
  const id = control.id + "-error";
  const others = (control.getAttribute("aria-describedby") ?? "").replace(id, "").trim();
  byId(id)?.remove();
  control.ariaInvalid = null;
  control.setAttribute("aria-describedby", others);
}

export function clearErrors() {
  for (const control of form.querySelectorAll("[aria-invalid]")) clearError(control);
}

/** @returns {HTMLElement|null} the first field with an error */
export function firstInvalid() {
  return form.querySelector("[aria-invalid=true]");
}

/** Removes the messages that the page came with, and the summary. */
export function clearSummary() {
  for (const old of document.querySelectorAll("main > .message, main > .summary:not(#outcome), #outcome > *")) old.remove();
}

/**
 * Shows a message above the form with a link to each field that has an error, and moves the focus to the first of them.
 * @param {string} text
 * @param {Object<string, string[]>} errors by field
 */
export function showSummary(text, errors) {
  for (const name of Object.keys(errors)) {
    if (byId(name)) showError(byId(name), errors[name].join(" "));
  }
  const links = [...form.querySelectorAll("[aria-invalid=true]")].map(linkTo);
  outcome.replaceChildren(create("p", {}, text));
  if (links.length > 0) outcome.append(create("ul", {}, ...links));
  (firstInvalid() ?? outcome).focus();
}

/** @param {Node} more something below the message */
export function addToSummary(more) {
  outcome.append(more);
}

function linkTo(control) {
  const label = control.closest("fieldset")?.querySelector("legend") ?? control.labels[0];
  const error = byId(control.id + "-error");
  return create("li", {}, create("a", {href: "#" + control.id, textContent: `${label.textContent}: ${error.textContent}`}));
}
