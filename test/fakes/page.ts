import { type JSX, render } from 'preact';

type Listener = (event: object) => unknown;

/** A piece of a page, as far as Preact needs one. What it is given are its attributes. */
class Piece {
  readonly ownerDocument = pages;
  readonly attributes = new Map<string, unknown>();
  readonly #listeners = new Map<string, Listener>();
  parentNode: Piece | null = null;
  childNodes: Piece[] = [];

  constructor(
    readonly localName: string,
    public data = '',
  ) {}

  get firstChild(): Piece | null {
    return this.childNodes[0] ?? null;
  }

  get nextSibling(): Piece | null {
    const all = this.parentNode?.childNodes ?? [];
    return all[all.indexOf(this) + 1] ?? null;
  }

  insertBefore(child: Piece, before: Piece | null): void {
    child.remove();
    this.childNodes.splice(before ? this.childNodes.indexOf(before) : this.childNodes.length, 0, child);
    child.parentNode = this;
  }

  remove(): void {
    if (this.parentNode) this.parentNode.childNodes = this.parentNode.childNodes.filter((each) => each !== this);
    this.parentNode = null;
  }

  setAttribute(name: string, value: unknown): void {
    this.attributes.set(name, value);
  }

  removeAttribute(name: string): void {
    this.attributes.delete(name);
  }

  addEventListener(type: string, listener: Listener): void {
    this.#listeners.set(type, listener);
  }

  removeEventListener(type: string): void {
    this.#listeners.delete(type);
  }

  /** Something happens to it; what the event is beside that is said by the test. */
  fire(type: string, event: object = {}): void {
    this.#listeners.get(type)?.call(this, event);
  }

  /** The first piece of that name in it, or of several. */
  first(...names: string[]): Piece | undefined {
    for (const each of this.childNodes) {
      const found = names.includes(each.localName) ? each : each.first(...names);
      if (found) return found;
    }
    return undefined;
  }
}

const pages = {
  createElementNS: (_: string, name: string): Piece => new Piece(name),
  createTextNode: (text: string): Piece => new Piece('#text', text),
};

/** A screen on a page of its own, which is drawn anew and hears of events, for what a text alone cannot show. */
export function draw(screen: JSX.Element): Piece {
  const page = new Piece('body');
  render(screen, page as never); // as much of an element as Preact asks for
  return page;
}
