import { OPEN_DOCTOR } from '../contract/guard-call';
import { type Span, sureTokens, withoutTokens } from '../core/doctor/sure';
import { browser, isFirefox } from '../platform/browser';
import { type Around, aroundCaret } from './around';
import { type Editor, editorOf, isInserting } from './editor';
import { ask } from './question';
import { cleaned, copyOf, holdsToken, plainTextOf } from './transfer';

/** Neither the page nor the browser goes on with it. */
export function stop(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

type Deeds = { goOn: () => void; leaveOut: () => void };

function decide(editor: Editor, { goOn, leaveOut }: Deeds): void {
  ask(editor, (answer) => {
    if (answer === 'anyway') goOn();
    else leaveOut();
    if (answer === 'revoke') browser.runtime.sendMessage(OPEN_DOCTOR).catch(() => undefined); // the extension was taken away
  });
}

/**
 * Hands on what is left to go in, as if it came only now; where no script of the page takes it, its text goes in. In
 * Firefox that is all: a page reads nothing of what a script of an extension has put into an event (measured in 153).
 */
function handOn(editor: Editor, data: DataTransfer, again: (data: DataTransfer) => Event): void {
  if (data.types.length === 0) return;
  if (isFirefox() || editor.dispatch(again(data))) editor.insert(plainTextOf(data));
}

/** As the browser would have sent it. */
const AS_EVER = { bubbles: true, cancelable: true, composed: true };

export function pasted(event: ClipboardEvent): void {
  if (!event.clipboardData || !holdsToken(event.clipboardData)) return;
  const [editor, data] = [editorOf(event), copyOf(event.clipboardData)];
  stop(event);
  const again = (clipboardData: DataTransfer) => new ClipboardEvent('paste', { ...AS_EVER, clipboardData });
  decide(editor, {
    goOn: () => handOn(editor, data, again),
    leaveOut: () => handOn(editor, cleaned(data), again),
  });
}

/** Puts the caret where something was dropped, as the browser does. */
function placeCaret(x: number, y: number): void {
  const place = document.caretPositionFromPoint(x, y);
  if (!place) return;
  const { offsetNode: node, offset } = place;
  if (node instanceof HTMLInputElement || node instanceof HTMLTextAreaElement) {
    node.focus();
    if (node.selectionStart !== null) node.setSelectionRange(offset, offset);
    return;
  }
  const editable = (node instanceof Element ? node : node.parentElement)?.closest('[contenteditable]');
  if (editable instanceof HTMLElement) editable.focus();
  document.getSelection()?.collapse(node, offset);
}

export function dropped(event: DragEvent): void {
  if (!event.dataTransfer || !holdsToken(event.dataTransfer)) return;
  const { clientX, clientY, screenX, screenY, ctrlKey, shiftKey, altKey, metaKey } = event;
  const [editor, data] = [editorOf(event), copyOf(event.dataTransfer)];
  stop(event);
  const place = { clientX, clientY, screenX, screenY, ctrlKey, shiftKey, altKey, metaKey };
  const again = (dataTransfer: DataTransfer) => new DragEvent('drop', { ...AS_EVER, ...place, dataTransfer });
  const put = (chosen: DataTransfer) => {
    placeCaret(clientX, clientY);
    handOn(editor, chosen, again);
  };
  decide(editor, { goOn: () => put(data), leaveOut: () => put(cleaned(data)) });
}

/** The token that is there once this has gone in, as a part of what is there and of what goes in. */
function completed({ before, after }: Around, data: string): Span | undefined {
  const [start, end] = [before.length, before.length + data.length];
  return sureTokens(before + data + after).find(({ from, to }) => from < end && to > start);
}

export function inserted(event: InputEvent): void {
  const { data, inputType, cancelable } = event;
  if (data === null || !cancelable || !inputType.startsWith('insert') || isInserting()) return;
  const around = aroundCaret(event);
  const token = completed(around, data);
  if (!token) return;
  const editor = editorOf(event);
  stop(event);
  const [from, to] = [token.from - around.before.length, token.to - around.before.length];
  const rest = withoutTokens(data.slice(0, Math.max(0, from)) + data.slice(to));
  decide(editor, {
    goOn: () => editor.insert(data),
    leaveOut: () => {
      around.select(Math.max(0, -from), Math.max(0, to - data.length));
      editor.remove();
      if (rest !== '') editor.insert(rest);
    },
  });
}
