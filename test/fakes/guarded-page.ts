import { vi } from 'vitest';

// A page as the paste guard finds one, as far as the guard needs it: one field, and whatever is put above it.

type Heard = (event: object) => void;

class Piece {
  readonly openOrClosedShadowRoot = null;
  readonly isConnected = true;
  readonly heard = new Map<string, Heard>();
  readonly children: Piece[] = [];
  parent: Piece | null = null;
  textContent = '';

  addEventListener = (type: string, heard: Heard) => void this.heard.set(type, heard);
  removeEventListener = (type: string, heard: Heard) => this.heard.get(type) === heard && this.heard.delete(type);
  setAttribute = () => undefined;
  attachShadow = () => this;
  focus = () => undefined;
  showModal = () => undefined;

  append(...children: Piece[]): void {
    for (const child of children) child.parent = this;
    this.children.push(...children);
  }

  remove(): void {
    this.parent?.children.splice(this.parent.children.indexOf(this), 1);
    this.parent = null;
  }

  /** Whether it is on the screen. */
  matches(): boolean {
    return this === pageNow.top || (this.parent?.matches() ?? false);
  }

  checkVisibility = () => this.matches();

  under(): Piece[] {
    return [this, ...this.children.flatMap((child) => child.under())];
  }
}

class Field extends Piece {
  value = '';
  selectionStart = 0;
  selectionEnd = 0;
  readonly selectionDirection = 'none';
  readonly readOnly = false;
  readonly disabled = false;
  /** What the scripts of the page are told. */
  readonly told: object[] = [];

  setSelectionRange(start: number, end: number): void {
    [this.selectionStart, this.selectionEnd] = [start, end];
  }

  dispatchEvent(event: object): boolean {
    this.told.push(event);
    return true;
  }

  replace(text: string): void {
    const [start, end] = [this.selectionStart, this.selectionEnd];
    this.value = this.value.slice(0, start) + text + this.value.slice(end);
    this.setSelectionRange(start + text.length, start + text.length);
  }
}

/** What is pasted or dropped: texts by their types, and files. */
export class Transfer {
  readonly #texts = new Map<string, string>();
  readonly files: object[] = [];
  readonly items = { add: (file: object) => this.files.push(file) };

  get types(): string[] {
    return [...this.#texts.keys(), ...(this.files.length > 0 ? ['Files'] : [])];
  }

  getData = (type: string) => this.#texts.get(type) ?? '';
  setData = (type: string, text: string) => void this.#texts.set(type, text);
}

class Sheet {
  replaceSync = () => undefined;
}

/** An event that a script makes. */
class Told {
  constructor(_: string, given: object) {
    Object.assign(this, given);
  }
}

let pageNow = { top: new Piece() };

/** A new page with `value` in its field, and the caret where a `|` stands in that. */
export function guardedPage(value = '|') {
  const [top, field, tab] = [new Piece(), new Field(), new Piece()];
  pageNow = { top };
  field.value = value.replace('|', '');
  field.setSelectionRange(value.indexOf('|'), value.indexOf('|'));
  vi.stubGlobal('document', {
    documentElement: top,
    activeElement: field,
    createElement: () => new Piece(),
    execCommand: (command: string, _: boolean, text: string) => field.replace(command === 'delete' ? '' : text),
  });
  vi.stubGlobal('window', tab);
  vi.stubGlobal('performance', { now: () => 0 });
  vi.stubGlobal('CSSStyleSheet', Sheet);
  vi.stubGlobal('DataTransfer', Transfer);
  for (const name of ['Element', 'HTMLElement']) vi.stubGlobal(name, Piece);
  for (const name of ['HTMLInputElement', 'HTMLTextAreaElement']) vi.stubGlobal(name, Field);
  for (const name of ['ClipboardEvent', 'KeyboardEvent']) vi.stubGlobal(name, Told);

  /** An event by the user, so many milliseconds after the question is there; `stopped` is what the page does not hear or do. */
  const event = (given: object = {}, timeStamp = 1_000) => {
    const stopped = { default: false, others: false };
    const stop = (what: keyof typeof stopped) => () => {
      stopped[what] = true;
    };
    const deeds = { preventDefault: stop('default'), stopImmediatePropagation: stop('others') };
    return { isTrusted: true, timeStamp, target: field, composedPath: () => [field], ...deeds, stopped, ...given };
  };
  return {
    field,
    event,
    /** What hears of an event on the window, before all that is in the page. */
    tell: (type: string, told: object) => tab.heard.get(type)?.(told),
    hearsOnWindow: () => [...tab.heard.keys()],
    /** Presses the button of the question with this text. */
    press: (text: string, pressed: object = event()) =>
      top
        .under()
        .find(({ textContent }) => textContent === text)
        ?.heard.get('click')?.(pressed),
    takeAway: () => {
      for (const child of top.children.toReversed()) child.remove();
    },
  };
}
