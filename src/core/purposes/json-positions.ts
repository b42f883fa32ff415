/** Where the values of a JSON text begin, to two steps below the top, and where it stops being JSON. */
export type JsonPositions = {
  /** Offsets by JSON pointer: '' is the whole, '/purposes/0' the first item of its member "purposes". */
  starts: ReadonlyMap<string, number>;
  /** The offset of the first thing that cannot stand there; `null` where all of it is JSON. */
  stop: number | null;
};

const DEEPEST = 2;
const SPACE = /[ \t\n\r]*/y;
const TOKEN =
  /"(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|[{}[\],:]/y;

/** What may stand next: `first…` where the container may also end at once. */
type Expected = 'value' | 'first-value' | 'first-key' | 'key' | 'colon' | 'more' | 'nothing';

/** A container that is open, where its current value stands in it, and the pointer to it. */
type Open = { kind: '{' | '['; pointer: string; key: string };

type State = { expected: Expected; open: Open[]; starts: Map<string, number> };

const stepsOf = (key: string) => key.replaceAll('~', '~0').replaceAll('/', '~1');

function takeValue(state: State, token: string, offset: number): boolean {
  const { open, starts } = state;
  const inside = open.at(-1);
  const pointer = inside ? `${inside.pointer}/${inside.key}` : '';
  if (open.length <= DEEPEST) starts.set(pointer, offset);
  if (token === '{' || token === '[') {
    // Below what is asked for, pointers would only grow with the depth of the text.
    open.push({ kind: token, pointer: open.length < DEEPEST ? pointer : '', key: '0' });
    state.expected = token === '{' ? 'first-key' : 'first-value';
    return true;
  }
  state.expected = inside ? 'more' : 'nothing';
  return !/^[}\],:]/.test(token);
}

function takeEnd(state: State, token: string): boolean {
  const closed = state.open.pop();
  state.expected = state.open.length > 0 ? 'more' : 'nothing';
  return token === (closed?.kind === '{' ? '}' : ']');
}

function takeKey(state: State, token: string): boolean {
  const inside = state.open.at(-1);
  if (!inside || !token.startsWith('"')) return false;
  inside.key = stepsOf(JSON.parse(token));
  state.expected = 'colon';
  return true;
}

function takeComma(state: State, token: string): boolean {
  const inside = state.open.at(-1);
  if (!inside || token !== ',') return false;
  if (inside.kind === '[') inside.key = String(Number(inside.key) + 1);
  state.expected = inside.kind === '[' ? 'value' : 'key';
  return true;
}

function takeColon(state: State, token: string): boolean {
  state.expected = 'value';
  return token === ':';
}

const isEnd = (token: string) => token === '}' || token === ']';

/** Whether the token may stand where it does. */
const take: Record<Expected, (state: State, token: string, offset: number) => boolean> = {
  value: takeValue,
  'first-value': (state, token, offset) => (token === ']' ? takeEnd(state, token) : takeValue(state, token, offset)),
  'first-key': (state, token) => (token === '}' ? takeEnd(state, token) : takeKey(state, token)),
  key: takeKey,
  colon: takeColon,
  more: (state, token) => (isEnd(token) ? takeEnd(state, token) : takeComma(state, token)),
  nothing: () => false,
};

/** Where the space at the end begins. A search for it by pattern would begin again at each space within. */
function endOf(text: string): number {
  let end = text.length;
  while (end > 0 && ' \t\n\r'.includes(text.charAt(end - 1))) end--;
  return end;
}

/**
 * Reads a JSON text for positions only: engines tell the position of a syntax error in their own words, or not at all, and
 * none tells where a value began. It calls itself nowhere, so no depth of nesting can exhaust it.
 */
export function jsonPositions(text: string): JsonPositions {
  const state: State = { expected: 'value', open: [], starts: new Map() };
  const end = endOf(text);
  let offset = 0;
  for (;;) {
    SPACE.lastIndex = offset;
    offset += SPACE.exec(text)?.[0].length ?? 0;
    if (offset >= end) return { starts: state.starts, stop: state.expected === 'nothing' ? null : end };
    TOKEN.lastIndex = offset;
    const token = TOKEN.exec(text)?.[0];
    if (token === undefined || !take[state.expected](state, token, offset))
      return { starts: state.starts, stop: offset };
    offset += token.length;
  }
}

/** A position in a text as editors name it, both counted from 1. */
export type Position = { line: number; column: number };

/** The position of an offset. */
export function positionAt(text: string, offset: number): Position {
  const lines = text.slice(0, offset).split(/\r\n|\n|\r/);
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
