import { setTimeout as pause } from 'node:timers/promises';
import type { Failure } from '../../src/core/result';

/** A browser with a page of the extension in it, and the right to end its worker. */
export type Hand = {
  /** Runs a function's body in that page; it finds what it is given in `given`. */
  evaluate: (script: string, ...given: unknown[]) => Promise<unknown>;
  /** Ends the worker; answers whether there was one. */
  end: () => Promise<boolean>;
  /** Opens another page of the extension there. */
  goto: (path: string) => Promise<void>;
};

type Reply = { ok: true; value?: unknown } | { ok: false; failure: Failure };
/** What came of a message: a reply, or none since the worker was ended before. */
export type End = { reply?: Reply };

/** The page keeps what comes of a message, since who asks does not wait for it. */
const ASK = `
  const [id, message] = given;
  const keep = (reply) => document.documentElement.setAttribute('data-' + id, JSON.stringify({ reply }));
  (globalThis.browser ?? chrome).runtime.sendMessage(message).then(keep, () => keep());`;
const END = `return document.documentElement.getAttribute('data-' + given[0])`;
const STORED = `return JSON.stringify(await (globalThis.browser ?? chrome).storage[given[0]].get(null))`;
const WAKE = `await (globalThis.browser ?? chrome).alarms.create('somebody', { when: Date.now() })`;

let asked = 0;

/** Sends what a press would send; `ended` answers what came of it, as soon as anything did. */
export async function ask({ evaluate }: Hand, name: string, input: object): Promise<() => Promise<End | undefined>> {
  asked += 1;
  const id = `asked-${asked}`;
  await evaluate(ASK, id, { name, input });
  return async () => {
    const text = await evaluate(END, id);
    return typeof text === 'string' ? (JSON.parse(text) as End) : undefined;
  };
}

/** Waits until there is something, for so many seconds. */
export async function until<T>(what: string, look: () => Promise<T | undefined>, seconds = 180): Promise<T> {
  const last = Date.now() + seconds * 1_000;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > last) throw new Error(`${what}: not within ${seconds} s`);
    await pause(50);
  }
}

/** The same, and waits for what comes of it. */
export async function call(hand: Hand, name: string, input: object): Promise<End> {
  return await until(`an end of ${name}`, await ask(hand, name, input));
}

/** What the extension has stored there, by its keys. */
export async function storedIn({ evaluate }: Hand, area: 'local' | 'session') {
  const all = JSON.parse(String(await evaluate(STORED, area))) as Record<string, { value?: unknown } | undefined>;
  return <T>(key: string, otherwise: T): T => (all[key]?.value as T | undefined) ?? otherwise;
}

/** An event that is none of Patina's own starts the worker. */
export const wake = ({ evaluate }: Hand) => evaluate(WAKE);
