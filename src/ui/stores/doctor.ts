import { signal } from '@preact/signals';
import { type Found, findTokens } from '../../core/doctor/find';
import { KEEP_SECRET } from '../../core/minting/minted';
import type { Examined } from '../on-screen';
import { hosts } from './hosts';

/** What was found in a text, secrets included: in the memory of this page alone, and for a few minutes. */
export const examined = signal<readonly Examined[] | null>(null);

/** Changes whenever everything is forgotten: what belongs to one before is too late. */
export const turn = signal(0);

let forgetting: ReturnType<typeof setTimeout> | undefined;

/** Forgets what was pasted, what was found in it and what was learned of that. */
export function forget(): void {
  clearTimeout(forgetting);
  examined.value = null;
  turn.value += 1;
}

// Where everything is erased, or nothing is left to ask, nothing of it stays on a page that was open meanwhile.
hosts.subscribe((known) => {
  if (known.length === 0) forget();
});

/** Forgets it in five minutes from now on. */
export function forgetSoon(): void {
  clearTimeout(forgetting);
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
  const all = findTokens(text).map(unexamined);
  examined.value = all;
  forgetSoon();
  return all;
}

/** Something was learned of one of them. */
export function learn(index: number, change: (one: Examined) => Examined): void {
  examined.value = examined.value?.map((one, at) => (at === index ? change(one) : one)) ?? null;
}
