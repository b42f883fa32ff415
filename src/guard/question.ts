import { textOf } from '../platform/message';
import { direction, language } from '../platform/words';
import type { Editor } from './editor';
import { LOOK } from './look';
import type { Word } from './words';

/** No other message is in the files of the languages; none has a place for a value, which would have to be contained. */
const m: (word: Word) => string = textOf;

export type Answer = 'anyway' | 'leave' | 'revoke';

/**
 * What the page must not hear while the question is open: it would take keys for its own, close the editor that has lost
 * the focus, or hold up an answer. A click goes through, as the browser makes it of all of these; so do moves.
 */
const HIDDEN = [
  ...['keydown', 'keypress', 'keyup', 'beforeinput', 'input', 'paste', 'copy', 'cut', 'focus', 'blur', 'focusin'],
  ...['focusout', 'pointerdown', 'pointerup', 'mousedown', 'mouseup', 'touchstart', 'touchend'],
];

/** In that time nobody has read anything: it is the second half of a double click, or a page that has guessed well. */
const TOO_SOON = 300;

/** Ends the question that is open, and answers whether there is one. */
let open: { isThere: () => boolean; close: () => void } | undefined;

/** Whether a question is on the screen. One that the page has taken away, or hidden, is over: nothing goes in. */
export function isAsking(): boolean {
  if (open && !open.isThere()) open.close();
  return open !== undefined;
}

function textElement(name: 'h1' | 'p', className: string, text: string): HTMLElement {
  return Object.assign(document.createElement(name), { className, id: className, textContent: text });
}

type Press = (answer: Answer, event: Event) => void;

function buttonFor(answer: Answer, text: string, press: Press): HTMLButtonElement {
  const button = Object.assign(document.createElement('button'), { type: 'button', textContent: text });
  button.addEventListener('click', (event) => press(answer, event));
  return button;
}

function dialogWith(press: Press): HTMLDialogElement {
  const dialog = document.createElement('dialog');
  dialog.lang = language();
  dialog.dir = direction();
  dialog.role = 'alertdialog';
  dialog.setAttribute('aria-labelledby', 'what');
  dialog.setAttribute('aria-describedby', 'more');
  const leave = buttonFor('leave', m('guard_leave_out'), press);
  Object.assign(leave, { className: 'first', autofocus: true });
  const buttons = document.createElement('div');
  buttons.append(buttonFor('anyway', m('guard_anyway'), press), leave, buttonFor('revoke', m('guard_revoke'), press));
  dialog.append(
    textElement('p', 'by', m('guard_by')),
    textElement('h1', 'what', m('guard_question')),
    textElement('p', 'more', m('guard_question_more')),
    buttons,
  );
  dialog.addEventListener('cancel', (event) => press('leave', event));
  return dialog;
}

/** A tree that no script of the page can look into. */
function closedTreeOf(dialog: HTMLDialogElement): HTMLElement {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(LOOK);
  root.adoptedStyleSheets = [sheet];
  root.append(dialog);
  return host;
}

/** Keeps the page from hearing what is done in the question; answers how to end that. `escaped` hears of Escape. */
function hideFromPage(escaped: (event: Event) => void): () => void {
  const hide = (event: Event) => {
    if (event.target === window) return; // that of the whole window is the page's to know
    event.stopImmediatePropagation();
    if (event instanceof KeyboardEvent && event.type === 'keydown' && event.key === 'Escape') escaped(event);
  };
  for (const type of HIDDEN) window.addEventListener(type, hide, { capture: true });
  return () => {
    for (const type of HIDDEN) window.removeEventListener(type, hide, { capture: true });
  };
}

/** Asks what shall become of a token, above everything else, and gives the editor its focus back before it is answered. */
export function ask(editor: Editor, answered: (answer: Answer) => void): void {
  open?.close();
  const shownAt = performance.now();
  const press: Press = (answer, event) => {
    // When it was pressed, not when it is heard: a page that keeps busy has presses wait.
    if (!event.isTrusted || (answer === 'anyway' && event.timeStamp - shownAt < TOO_SOON)) return;
    event.preventDefault();
    host.remove();
    editor.resume();
    open?.close();
    answered(answer);
  };
  const dialog = dialogWith(press);
  const host = closedTreeOf(dialog);
  const tellAgain = hideFromPage((event) => isAsking() && press('leave', event));
  open = {
    isThere: () => dialog.matches(':modal') && dialog.checkVisibility(),
    close: () => {
      open = undefined;
      host.remove();
      tellAgain();
    },
  };
  document.documentElement.append(host);
  dialog.showModal();
}
