/** The elements of the edit page, and how to make new ones. */

/** @type {HTMLFormElement} */
export const form = byId("edit");
export const fields = byId("fields");

/**
 * @param {string} id
 * @returns {any} the element, or null
 */
export function byId(id) {
  return document.getElementById(id);
}

/**
 * @param {string} tag
 * @param {Object} properties
 * @param {...(Node|string)} children
 * @returns {HTMLElement}
 */
export function create(tag, properties, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

/** @returns {HTMLInputElement[]} the inputs of files */
export function fileInputs() {
  return [...form.querySelectorAll("[type=file]")];
}

/**
 * Has screen readers read a text.
 * @param {string} text
 */
export function announce(text) {
  byId("told").textContent = text;
}

/**
 * @param {number} bytes
 * @returns {string} such as "12 kB"
 */
export function formatSize(bytes) {
  if (bytes < 1024) return `${bytes} bytes`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} kB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
