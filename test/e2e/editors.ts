import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

/** What the rich editor is made of: modules as they are published, found by the browser itself. */
const MODULES = [
  ...['prosemirror-view', 'prosemirror-state', 'prosemirror-model', 'prosemirror-transform', 'prosemirror-keymap'],
  ...['prosemirror-schema-basic', 'prosemirror-history', 'orderedmap', 'w3c-keyname', 'rope-sequence'],
];

const FILES: Record<string, string> = { 'w3c-keyname': 'index.js' };

const importMap = { imports: Object.fromEntries(MODULES.map((name) => [name, `/modules/${name}`])) };

const RICH = `
  import { EditorView } from 'prosemirror-view';
  import { EditorState } from 'prosemirror-state';
  import { schema } from 'prosemirror-schema-basic';
  import { history, undo } from 'prosemirror-history';
  import { keymap } from 'prosemirror-keymap';
  const state = EditorState.create({ schema, plugins: [history(), keymap({ 'Mod-z': undo })] });
  new EditorView(document.querySelector('#rich'), { state, attributes: { 'aria-label': 'rich' } });
  document.body.dataset.ready = 'yes';
`;

/** A page that wants to know what was pasted, and to answer in the user's place: what it gets hold of is in \`seen\`. */
const HOSTILE = `
  const seen = (window.seen = []);
  const keep = (event) => seen.push([event.type, event.target === document || event.target === window ? '' : event.target.tagName,
    (event.clipboardData ?? event.dataTransfer)?.getData('text/plain') ?? event.data ?? event.key ?? ''].join(' '));
  for (const type of ['paste', 'drop', 'beforeinput', 'input', 'keydown', 'keyup', 'mousedown', 'blur', 'focusout', 'click'])
    window.addEventListener(type, keep, true);
  Element.prototype.attachShadow = new Proxy(Element.prototype.attachShadow, { apply: (own, on, [how]) => {
    seen.push('attachShadow ' + on.tagName); return Reflect.apply(own, on, [how]); } });
  document.addEventListener('dragstart', (event) => event.dataTransfer.setData('text/plain', window.dragged));
  new MutationObserver((all) => { for (const { addedNodes } of all) for (const node of addedNodes) if (node.parentNode === document.documentElement) {
    seen.push('added ' + node.outerHTML);
    const inside = [node, ...node.querySelectorAll('*')];
    seen.push('inside ' + String(node.shadowRoot) + ' ' + inside.length + ' ' + node.textContent + node.innerText);
    for (const each of inside) for (const make of [() => each.click(), () => each.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true })),
      () => each.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true })), () => each.dispatchEvent(new Event('cancel'))]) make();
  } }).observe(document, { childList: true, subtree: true });
`;

const FIELDS = `
  <style nonce="x">html > div { display: none !important; visibility: hidden !important; opacity: 0 !important; pointer-events: none !important; color: red !important; } [contenteditable] { border: 1px solid; min-height: 20px; }</style>
  <p id="source" draggable="true">drag this</p>
  <input aria-label="line"><textarea aria-label="text"></textarea>
  <div contenteditable aria-label="page" role="textbox"></div>
  <i id="endPasteGuard"></i><i id="speakPasteGuard"></i>
  <div id="open"></div><div id="closed"></div><div id="rich"></div>
  <iframe title="inside" src="/inside"></iframe>
  <iframe title="written" srcdoc='<div contenteditable role="textbox" aria-label="written">x</div>'></iframe>
`;

const SHADOWS = `
  trustedTypes.createPolicy('default', { createHTML: (text) => text });
  const fill = (id, mode) => { const root = document.querySelector(id).attachShadow({ mode });
    root.innerHTML = '<textarea aria-label="' + mode + ' text"></textarea><div contenteditable role="textbox" aria-label="' + mode + ' page"></div>'; return root; };
  fill('#open', 'open'); const closed = fill('#closed', 'closed');
  window.closedValues = () => [closed.querySelector('textarea').value, closed.querySelector('div').textContent];
  window.focusClosed = (what) => closed.querySelector(what).focus();
`;

const PAGE = `<!doctype html><html lang="en"><title>A chat</title><script>${HOSTILE}</script><body>${FIELDS}
<script>${SHADOWS}</script><script type="importmap">${JSON.stringify(importMap)}</script><script type="module">${RICH}</script></body></html>`;

const INSIDE = '<!doctype html><html lang="en"><body><textarea aria-label="inside"></textarea></body></html>';

async function moduleOf(name: string): Promise<string> {
  const file = FILES[name] ?? 'dist/index.js';
  return await readFile(path.join('node_modules', name, file), 'utf8');
}

/** A site with every kind of editor in it, that would take a token if it could. */
export async function editorsSite(): Promise<{ origin: string; close: () => Promise<void> }> {
  const server = createServer(async (request, response) => {
    const [, module] = /^\/modules\/([\w-]+)$/.exec(request.url ?? '') ?? [];
    response.setHeader('Content-Type', module ? 'text/javascript' : 'text/html; charset=utf-8');
    // As strict as sites are that let nobody's styles in.
    if (!module)
      response.setHeader(
        'Content-Security-Policy',
        "style-src 'nonce-x'; require-trusted-types-for 'script'; trusted-types default",
      );
    if (module && MODULES.includes(module)) response.end(await moduleOf(module));
    else response.end(request.url === '/inside' ? INSIDE : PAGE);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const close = async () => {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  };
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}
