import { signal } from '@preact/signals';
import { type Found, findTokens, LONGEST_TEXT } from '../../core/doctor/find';
import { KEEP_SECRET } from '../../core/minting/minted';
import type { Examined } from '../on-screen';
import { localNow } from './clock';
import { hosts } from './hosts';

/**
 * What was found in a text, secrets included: in the memory of this page alone, and for a few minutes. Nothing is looked
 * for in one that is too long.
 */
export const examined = signal<readonly Examined[] | 'too-long' | null>(null);

/** Changes whenever everything is forgotten: what belongs to one before is too late. */
export const turn = signal(0);

let forgetting: ReturnType<typeof setTimeout> | undefined;
/** When it is to be forgotten, by the clock on the wall: a timer stands still while the computer sleeps. */
let due: number | null = null;

/** Forgets what was pasted, what was found in it and what was learned of that. */
export function forget(): void {
  clearTimeout(forgetting);
  due = null;
  examined.value = null;
  turn.value += 1;
}

// Where everything is erased, or nothing is left to ask, nothing of it stays on a page that was open meanwhile.
hosts.subscribe((known) => {
  if (known.length === 0) forget();
});

/** Forgets it if its time is over; where the clock was set back, nobody knows how much of it is. */
export function forgetIfDue(): void {
  const now = Date.now();
  if (due !== null && (now >= due || now < due - KEEP_SECRET)) forget();
}

// Every now and then, also where no timer and no event tells that the computer slept.
localNow.subscribe(forgetIfDue);

/** Forgets it in five minutes from now on. */
export function forgetSoon(): void {
  clearTimeout(forgetting);
  due = Date.now() + KEEP_SECRET;
  forgetting = setTimeout(forget, KEEP_SECRET);
}

const unexamined = (found: Found): Examined => ({
  found,
  asked: [],
  looks: [],
  sure: null,
  likely: null,
  isDone: found.kind !== 'token',
});

/** Shows what is in a text, in the place of what was there. */
export function show(text: string): readonly Examined[] {
  forget();
  if (text.length > LONGEST_TEXT) {
    examined.value = 'too-long';
    return [];
  }
  const all = findTokens(text).map(unexamined);
  examined.value = all;
  forgetSoon();
  return all;
}

/** Something was learned of one of them. */
export function learn(index: number, change: (one: Examined) => Examined): void {
  const all = examined.value;
  if (all !== null && all !== 'too-long') examined.value = all.map((one, at) => (at === index ? change(one) : one));
}
