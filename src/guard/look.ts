/**
 * What the question looks like. The colours are those of `ui/base.css`, by the names that they have there. No page can
 * change any of it: `!important` of a shadow tree stands above that of the page.
 */
export const LOOK = `
:host {
  all: initial !important;
  display: block !important;
}
dialog {
  color-scheme: light dark;
  --raised: light-dark(#ffffff, #272f2d);
  --subtle: light-dark(#f3f6f5, #1f2624);
  --text: light-dark(#16201d, #ecf1ef);
  --text-2: light-dark(#4a5753, #b5c1bd);
  --text-3: light-dark(#5f6c68, #98a5a0);
  --control: light-dark(#7f8d88, #73827c);
  --divider: light-dark(#e1e8e5, #2d3634);
  --accent: light-dark(#0b6a5d, #5cc8b5);
  --accent-hover: light-dark(#095449, #7dd6c6);
  --on-accent: light-dark(#ffffff, #04211c);
  --veil: rgb(0 0 0 / 45%);
  box-sizing: border-box;
  width: min(400px, 100vw - 16px);
  max-height: calc(100vh - 16px);
  margin: auto;
  padding: 16px;
  overflow: auto;
  border: 1px solid var(--divider);
  border-radius: 12px;
  background: var(--raised);
  color: var(--text);
  font: 400 13px / 18px system-ui, "Segoe UI", -apple-system, Roboto, "Noto Sans", sans-serif;
  text-align: start;
  box-shadow: 0 16px 40px rgb(0 0 0 / 24%);
}
dialog::backdrop { background: var(--veil); }
h1, p { margin: 0 0 8px; font: inherit; }
h1 { font-size: 14px; font-weight: 600; line-height: 20px; }
.by { color: var(--text-3); font-size: 11px; }
.more { color: var(--text-2); margin-bottom: 16px; }
div { display: flex; flex-wrap: wrap; gap: 8px; }
button {
  min-height: 32px;
  padding: 4px 12px;
  border: 1px solid var(--control);
  border-radius: 6px;
  background: transparent;
  color: inherit;
  font: inherit;
  cursor: pointer;
}
button:hover { background: var(--subtle); }
button.first { background: var(--accent); border-color: var(--accent); color: var(--on-accent); font-weight: 600; }
button.first:hover { background: var(--accent-hover); }
button:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
`;
