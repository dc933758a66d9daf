/** Pictures of chosen files. */
import {create} from "./page.js";

/**
 * Nothing is shown of a PDF that is broken or locked: the viewer would only complain.
 * @param {File} file
 * @returns {Promise<HTMLElement|null>} null when the browser cannot show it
 */
export async function preview(file) {
  if (/^image\/(png|jpeg|webp)$/.test(file.type)) return create("img", {src: URL.createObjectURL(file), alt: ""});
  if (file.type !== "application/pdf" || !navigator.pdfViewerEnabled) return null;
  if (!isReadablePdf(await file.text())) return null;
  const src = URL.createObjectURL(file) + "#toolbar=0&view=FitH";
  return create("iframe", {src, title: "The first page of " + file.name, inert: true});
}

function isReadablePdf(text) {
  return /startxref\s+\d+\s+%%EOF\s*$/.test(text) && !text.includes("/Encrypt");
}
