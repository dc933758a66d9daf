/** Checks and shows files when they are chosen. */
import {clearError, showError} from "./errors.js";
import {create, fileInputs, formatSize} from "./page.js";
import {preview} from "./preview.js";

export function watchFiles() {
  for (const input of fileInputs()) watch(input);
  // A file that is dropped beside its field must not replace the page.
  for (const kind of ["dragover", "drop"]) {
    addEventListener(kind, event => {
      if (event.target.type !== "file") event.preventDefault();
    });
  }
}

/** @param {HTMLInputElement} input */
function watch(input) {
  const remove = removeBox(input);
  input.addEventListener("change", () => show(input));
  remove?.addEventListener("change", () => {
    if (remove.checked) unchoose(input);
  });
  for (const kind of ["dragover", "dragleave", "drop"]) {
    input.addEventListener(kind, () => input.classList.toggle("over", kind === "dragover"));
  }
}

/** The box that removes the document that is stored; null where none is. */
function removeBox(input) {
  return input.parentNode.querySelector("[type=checkbox]");
}

function unchoose(input) {
  input.value = "";
  show(input);
}

function show(input) {
  const file = input.files[0];
  const chosen = input.parentNode.querySelector(".chosen");
  const error = file ? sizeError(input, file) : "";
  input.setCustomValidity(error);
  if (error) showError(input, error);
  else clearError(input);
  chosen.replaceChildren();
  if (!file) return;

  const remove = removeBox(input);
  if (remove) remove.checked = false;
  const undo = undoButton(input);
  chosen.append(create("p", {}, create("bdi", {}, file.name), `, ${formatSize(file.size)}`), undo);
  if (!error) showPreview(file, undo);
}

/** Checks the size alone: the service looks at the bytes, whatever the name of the file says. */
function sizeError(input, file) {
  if (file.size === 0) return input.dataset.empty;
  if (file.size > input.dataset.most) return input.dataset.large;
  return "";
}

function undoButton(input) {
  const undo = create("button", {type: "button", className: "secondary outline", textContent: "Do not send it"});
  undo.addEventListener("click", () => {
    unchoose(input);
    input.focus();
  });
  return undo;
}

async function showPreview(file, undo) {
  try {
    const picture = await preview(file);
    if (picture) undo.after(picture);
  } catch {
    // The file cannot be read any more. The check before sending says so.
  }
}
