/** Counts the characters that are left in a long text. */
import {announce, form} from "./page.js";

export function countCharacters() {
  for (const text of form.querySelectorAll("textarea[maxlength]")) {
    const max = text.maxLength;
    // Browsers count UTF-16 units where the service counts code points, and cut pasted text silently.
    text.removeAttribute("maxlength");
    text.addEventListener("input", () => count(text, max));
    count(text, max);
  }
}

/**
 * @param {HTMLTextAreaElement} text
 * @param {number} max in code points
 */
function count(text, max) {
  const length = [...text.value.trim()].length;
  const left = max - length;
  const counter = text.parentNode.querySelector(".counter");
  counter.textContent = `${characters(Math.abs(left))} ${left < 0 ? "too many" : "left"}`;
  text.setCustomValidity(left < 0 ? `Use at most ${format(max)} characters (this has ${format(length)}).` : "");
  if (left <= 100 && left % 10 === 0) announce(counter.textContent);
}

function characters(number) {
  return `${format(number)} character${number === 1 ? "" : "s"}`;
}

function format(number) {
  return number.toLocaleString("en");
}
