import { focused, isField } from './editor';

/** The text on both sides of what is being typed, as far as a token can reach. */
export type Around = {
  before: string;
  after: string;
  /** Selects as many letters on both sides, and what is selected between them. */
  select(back: number, ahead: number): void;
};

/** Longer than a token with the name before it in base64. */
const REACH = 200;

/** Of a page that has each letter in a node of its own only the next ones are looked at. */
const MOST_NODES = 100;

function aroundInField(field: HTMLInputElement | HTMLTextAreaElement): Around {
  const { value, selectionStart, selectionEnd } = field;
  const [start, end] = [selectionStart ?? value.length, selectionEnd ?? value.length];
  return {
    before: value.slice(Math.max(0, start - REACH), start),
    after: value.slice(end, end + REACH),
    select: (back, ahead) =>
      selectionStart === null ? field.select() : field.setSelectionRange(start - back, end + ahead),
  };
}

type Place = { node: Text; offset: number };

function placeAt(node: Node, offset: number): Place | undefined {
  if (node instanceof Text) return { node, offset };
  const before = node.childNodes[offset - 1];
  return before instanceof Text ? { node: before, offset: before.data.length } : undefined;
}

const EDITABLE = '[contenteditable]:not([contenteditable=false])';

/** The text nodes from a place on, backwards or forwards in what can be edited, and how far into each. */
function texts({ node }: Place, step: 'previousNode' | 'nextNode'): Text[] {
  const root = node.parentElement?.closest(EDITABLE) ?? node.parentNode ?? node;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  walker.currentNode = node;
  const found = [node];
  let length = 0;
  while (length < REACH && found.length < MOST_NODES) {
    const next = walker[step]();
    if (!(next instanceof Text)) break;
    found.push(next);
    length += next.data.length;
  }
  return found;
}

/** As many letters before a place. */
function back(from: Place, letters: number): Place {
  let left = letters;
  for (const node of texts(from, 'previousNode')) {
    const offset = node === from.node ? from.offset : node.data.length;
    if (left <= offset) return { node, offset: offset - left };
    left -= offset;
  }
  return from;
}

/** As many letters behind it. */
function ahead(from: Place, letters: number): Place {
  let left = letters;
  for (const node of texts(from, 'nextNode')) {
    const offset = node === from.node ? from.offset : 0;
    if (left <= node.data.length - offset) return { node, offset: offset + left };
    left -= node.data.length - offset;
  }
  return from;
}

function textBefore(place: Place): string {
  const [, ...others] = texts(place, 'previousNode');
  const whole = others.reduce((text, { data }) => data + text, place.node.data.slice(0, place.offset));
  return whole.slice(-REACH);
}

function textAfter(place: Place): string {
  const [, ...others] = texts(place, 'nextNode');
  return others.reduce((text, { data }) => text + data, place.node.data.slice(place.offset)).slice(0, REACH);
}

function aroundInPage(event: InputEvent): Around | undefined {
  const [range] = event.getTargetRanges();
  const start = range && placeAt(range.startContainer, range.startOffset);
  const end = range && placeAt(range.endContainer, range.endOffset);
  if (!start || !end) return undefined;
  return {
    before: textBefore(start),
    after: textAfter(end),
    select: (letters, behind) => {
      const [from, to] = [back(start, letters), ahead(end, behind)];
      document.getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
    },
  };
}

export function aroundCaret(event: InputEvent): Around {
  const element = focused();
  const found = isField(element) ? aroundInField(element) : aroundInPage(event);
  return found ?? { before: '', after: '', select: () => undefined };
}
