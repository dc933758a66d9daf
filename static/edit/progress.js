/** Shows how much of the form is sent. */
import {announce, byId, formatSize} from "./page.js";

const box = byId("sending"), bar = byId("progress"), sent = byId("sent"), cancel = byId("cancel");
let startedAt = 0;

/** @param {XMLHttpRequest} request */
export function watchProgress(request) {
  request.upload.addEventListener("progress", event => show(event.loaded, event.total));
  cancel.addEventListener("click", () => request.abort());
}

export function startProgress() {
  startedAt = performance.now();
}

export function hideProgress() {
  box.hidden = true;
}

function show(loaded, total) {
  const complete = loaded === total;
  sent.textContent = complete ? "All is sent, and being saved."
    : `${formatSize(loaded)} of ${formatSize(total)}, about ${timeLeft(loaded, total)} left`;
  const quarter = Math.floor(4 * loaded / total);
  if (!box.hidden && quarter > Math.floor(4 * bar.value)) announce(complete ? sent.textContent : `${25 * quarter} percent sent`);
  bar.value = loaded / total;
  // The service may save the form at any moment once it has all of it: it is too late to cancel.
  cancel.hidden = complete;
  if (!complete && box.hidden) {
    box.hidden = false;
    cancel.focus();
  }
}

function timeLeft(loaded, total) {
  const seconds = Math.ceil((performance.now() - startedAt) / 1000 * (total / loaded - 1));
  return seconds < 90 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`;
}
