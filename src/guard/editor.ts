import { browser } from '../platform/browser';

/** What text goes into, as it was when something came. */
export type Editor = {
  /** Gives it the focus again, with the same selection. */
  resume(): void;
  /** Answers whether no script of the page took the event. */
  dispatch(event: Event): boolean;
  /** Puts a text where the selection is, as typing does: the browser's Undo takes it back. */
  insert(text: string): void;
  /** Takes away what is selected, in the same way. */
  remove(): void;
};

type Field = HTMLInputElement | HTMLTextAreaElement;

export const isField = (element: Element): element is Field =>
  element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;

type Inside = ShadowRoot | null;
type WithDom = { dom: { openOrClosedShadowRoot(element: HTMLElement): Inside } };

/**
 * The tree inside an element, which a script of an extension may see also where the page has closed it: a field of the
 * element in Firefox, a function of the browser in Chromium, and the types know of neither.
 * https://developer.mozilla.org/docs/Web/API/Element/openOrClosedShadowRoot
 */
function shadowOf(element: Element & { openOrClosedShadowRoot?: Inside }): Inside {
  if (element.openOrClosedShadowRoot !== undefined) return element.openOrClosedShadowRoot;
  return element instanceof HTMLElement ? (browser as unknown as WithDom).dom.openOrClosedShadowRoot(element) : null;
}

/** The element inside an element that has the focus, also where a page has closed the door to it. */
function deepest(element: Element): Element {
  const inside = shadowOf(element)?.activeElement;
  return inside ? deepest(inside) : element;
}

export const focused = (): Element => deepest(document.activeElement ?? document.documentElement);

function isEditable(element: Element): boolean {
  if (isField(element)) return !element.readOnly && !element.disabled;
  return document.designMode === 'on' || (element instanceof HTMLElement && element.isContentEditable);
}

/** Where the selection is. In a shadow tree it is not told, and stays by itself. */
function keepSelection(element: Element): () => void {
  if (isField(element)) {
    const { selectionStart, selectionEnd, selectionDirection } = element;
    if (selectionStart === null) return () => undefined; // a field of numbers or addresses has none
    return () => element.setSelectionRange(selectionStart, selectionEnd, selectionDirection ?? 'none');
  }
  const selection = element.getRootNode() === document ? document.getSelection() : null;
  if (!selection?.anchorNode || !selection.focusNode) return () => undefined;
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
  return () => {
    if (anchorNode.isConnected && focusNode.isConnected)
      selection.setBaseAndExtent(anchorNode, anchorOffset, focusNode, focusOffset);
  };
}

let isOurs = false;

/** Whether what goes in right now is put there by the guard itself. */
export const isInserting = (): boolean => isOurs;

/** The one way of editing that fields, editable pages and their Undo have in common. */
function edit(command: 'insertText' | 'delete', text = ''): void {
  if (!isEditable(focused())) return;
  isOurs = true;
  document.execCommand(command, false, text);
  isOurs = false;
}

export function editorOf(event: Event): Editor {
  const [first] = event.composedPath();
  const target = deepest(first instanceof Element ? first : document.documentElement);
  const active = focused();
  const restore = keepSelection(active);
  return {
    resume: () => {
      if (active instanceof HTMLElement) active.focus({ preventScroll: true });
      restore();
    },
    dispatch: (again) => target.isConnected && target.dispatchEvent(again),
    insert: (text) => edit('insertText', text),
    remove: () => edit('delete'),
  };
}
