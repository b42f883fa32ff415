// The list by hand: one read of storage, and elements made one after the other. No library, no check, no state.
export {};

/** @typedef {string | { tag: string, attributes: Record<string, string>, children: Tree[] }} Tree */

const SVG = ['svg', 'path', 'circle', 'rect', 'line', 'polyline', 'g'];

/**
 * @param {Tree} tree
 * @returns {Node}
 */
function made(tree) {
  if (typeof tree === 'string') return document.createTextNode(tree);
  const space = SVG.includes(tree.tag) ? 'http://www.w3.org/2000/svg' : 'http://www.w3.org/1999/xhtml';
  const element = document.createElementNS(space, tree.tag);
  for (const [name, value] of Object.entries(tree.attributes)) element.setAttribute(name, value);
  for (const child of tree.children) element.append(made(child));
  return element;
}

const { chrome } = /** @type {{ chrome: { storage: { local: { get(key: string): Promise<{ rows: Tree[] }> } } } }} */ (
  /** @type {unknown} */ (globalThis)
);
const { rows } = await chrome.storage.local.get('rows');
document.querySelector('[data-rows]')?.append(...rows.map(made));
performance.mark('interactive');
