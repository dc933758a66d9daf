/** The dialog to log in again when the session has ended. */
import {byId, form} from "./page.js";

/** @type {HTMLDialogElement} */
const dialog = byId("login");

/** @param {function(): void} onLogin called after a login */
export function watchLogin(onLogin) {
  dialog.querySelector("[type=button]").addEventListener("click", () => dialog.close());
  dialog.addEventListener("submit", async event => {
    event.preventDefault();
    const error = await login(event.target);
    dialog.querySelector(".error").textContent = error;
    if (error) {
      dialog.querySelector("[name=password]").select();
    } else {
      dialog.close();
      onLogin();
    }
  });
}

/** @param {string} text */
export function openLogin(text) {
  dialog.querySelector("p").textContent = text;
  dialog.showModal();
}

/**
 * Asked when there is no answer: the connection of an upload that is refused at once may break before the answer is read.
 * @returns {Promise<boolean>}
 */
export async function isLoggedOut() {
  try {
    const answer = await fetch(form.action, {redirect: "manual"});
    return answer.type === "opaqueredirect";
  } catch {
    return false;
  }
}

/** @returns {Promise<string>} the error; empty after a login */
async function login(loginForm) {
  const body = new URLSearchParams(new FormData(loginForm));
  try {
    const response = await fetch("/accounts/login/", {method: "POST", headers: {Accept: "application/json"}, body});
    const answer = await response.json();
    return answer.errors?.form?.join(" ") ?? answer.detail ?? "";
  } catch {
    return "The service cannot be reached. Try again in a moment.";
  }
}
