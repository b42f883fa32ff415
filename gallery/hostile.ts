import { options, type VNode } from 'preact';
import { cut } from '../src/azure/cut';
import { contained, visible } from '../src/core/names/visible';
import { OWN_DETAILS } from '../src/core/result';
import { HOSTILE } from '../test/hostile-strings';

// Every text that a server can send, on every story, in the place of what the fixtures say: `npm run prove:hostile`.

/** What servers say, by the names that core has for it. */
const SAID = ['name', 'account', 'product', 'detail', 'expected', 'found', 'who', 'host', 'by', 'policy'];
/** The same words where they are no server's: organizations have names that cannot hold any of this, other texts are ids. */
const OURS = (key: string, of: Record<string, unknown>): boolean =>
  (key === 'name' && (of.kind === 'services' || 'handler' in of)) ||
  (key === 'by' && of.kind === 'signed-out') ||
  (key === 'detail' && OWN_DETAILS.some((each) => each === of.detail));

const isReason = (key: string, { kind, field }: Record<string, unknown>) =>
  key === 'reason' && (kind === 'forbidden' || (kind === 'invalid' && field === 'body'));

let round: number | null = null;
/** What was put in the place of what, in this round. */
const put = new Map<string, string>();
const hostile = new Set(HOSTILE.map(cut));

function instead(text: string): string {
  if (round === null || text === '' || hostile.has(text)) return text;
  const sum = [...text].reduce((all, letter) => (all * 31 + (letter.codePointAt(0) ?? 0)) % 7919, 0);
  const chosen = cut(HOSTILE[(sum + round) % HOSTILE.length] ?? '');
  put.set(text, chosen);
  return chosen;
}

let copies = new WeakMap<object, object>();

function spoiled(value: unknown): unknown {
  if (Array.isArray(value)) return kept(value, () => value.map(spoiled));
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Map) return kept(value, () => new Map([...value].map(([key, each]) => [key, spoiled(each)])));
  const isPlain = Object.getPrototypeOf(value) === Object.prototype && !('__e' in value) && !('$$typeof' in value);
  if (!isPlain || 'type' in value) return value;
  const of = value as Record<string, unknown>;
  const each = ([key, inner]: [string, unknown]): [string, unknown] =>
    typeof inner === 'string' && (SAID.includes(key) || isReason(key, of)) && !OURS(key, of)
      ? [key, instead(inner)]
      : [key, spoiled(inner)];
  return kept(value, () => Object.fromEntries(Object.entries(of).map(each)));
}

/** The same thing is the same copy, as views compare what they are given. */
function kept(value: object, copy: () => object): object {
  const known = copies.get(value);
  if (known) return known;
  const made = copy();
  copies.set(value, made);
  copies.set(made, made);
  return made;
}

const before = options.vnode;
options.vnode = (vnode: VNode) => {
  if (round !== null && typeof vnode.type === 'function') {
    const props = vnode.props as Record<string, unknown>;
    for (const [key, value] of Object.entries(props)) if (key !== 'children') props[key] = spoiled(value);
  }
  before?.(vnode);
};

/** From now on stories say what they say, or in that round what no friend would. */
export function speakHostile(at: number | null): void {
  round = at;
  put.clear();
  copies = new WeakMap();
}

const TURNS_OR_HIDES = /[\u200b\u202a-\u202e\u2060\u2066\u2067\ufeff]/;
const TYPED = 'textarea, input, pre, code, option';

/** All that is read on the screen or aloud, without what was typed or is code. */
export function saidOnScreen(): string {
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const texts: string[] = [];
  for (let node = walk.nextNode(); node; node = walk.nextNode())
    if (!node.parentElement?.closest(TYPED)) texts.push(node.textContent ?? '');
  return texts.join(' ');
}

/** More names than are drawn at once. */
const MANY = 40;

const plain = (text: string) =>
  text
    .replace(/[\u2068\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** What is wrong with what hostile texts have made of a screen on which `usual` was said before. */
export function harm(usual: string): string[] {
  const said = plain(saidOnScreen());
  const injected = document.querySelectorAll(
    '[data-hostile], script[src*=evil], iframe, object, base, [onerror], [onload]',
  );
  const links = [...document.querySelectorAll<HTMLAnchorElement>('a[href]')].map(({ href }) => href);
  const lost = [...put].flatMap(([text, chosen]) => {
    const ways = [chosen, chosen.trim()].flatMap((each) => [visible(each), contained(each)]);
    const isSaid = ways.some((way) => said.includes(plain(way).slice(0, 24)));
    // Some sentences are made by the stories, and of a long list other rows are drawn now.
    const wasSaid = put.size < MANY && text.length > 3 && usual.includes(text) && !said.includes(text);
    return wasSaid && !isSaid ? `not shown as text: ${ways[0]?.slice(0, 40)} for ${text.slice(0, 40)}` : [];
  });
  return [
    ...(injected.length > 0 ? [`element made: ${injected[0]?.outerHTML.slice(0, 120)}`] : []),
    ...('hostileRan' in globalThis ? ['script run'] : []),
    ...('polluted' in {} ? ['prototype changed'] : []),
    ...links.filter((href) => /^(javascript|data|vbscript):|evil\.example/.test(href)).map((href) => `link to ${href}`),
    ...(TURNS_OR_HIDES.test(said) && !TURNS_OR_HIDES.test(usual)
      ? [
          `turns or hides: ${JSON.stringify(said.match(/.{0,20}[\u200b\u202a-\u202e\u2060\u2066\u2067\ufeff].{0,10}/)?.[0])}`,
        ]
      : []),
    ...lost,
  ];
}

/** What each kind of harm would leave on the screen; each is taken away again. */
const PLANTS: Readonly<Record<string, (box: HTMLElement) => void>> = {
  'element made': (box) => box.insertAdjacentHTML('beforeend', '<b data-hostile>x</b>'),
  'script run': () => Object.assign(globalThis, { hostileRan: 1 }),
  'prototype changed': () => Object.assign(Object.prototype, { polluted: true }),
  'link to': (box) => box.insertAdjacentHTML('beforeend', '<a href="https://evil.example/">x</a>'),
  'turns or hides': (box) => box.append('invoice\u202egpj.exe'),
  'not shown as text': () => put.set('nightly-build', '<b>x</b>'),
};

/** The kinds of harm that are not seen where they are done: none, or the proof proves nothing. */
export function unseen(): string[] {
  return Object.entries(PLANTS).flatMap(([kind, plant]) => {
    const box = document.body.appendChild(document.createElement('div'));
    plant(box);
    const seen = harm('nightly-build');
    box.remove();
    put.clear();
    Reflect.deleteProperty(globalThis, 'hostileRan');
    Reflect.deleteProperty(Object.prototype, 'polluted');
    return seen.some((each) => each.startsWith(kind)) ? [] : [kind];
  });
}
