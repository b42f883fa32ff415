import { signal } from '@preact/signals';
import { isQueued, takeBack } from './walk';

/** Decisions that are being taken back, by their tokens; whether that is done. */
const all = signal<ReadonlyMap<string, boolean>>(new Map());

export const isUndoing = (key: string): boolean => all.value.has(key);

export function begin(key: string): void {
  all.value = new Map(all.value).set(key, false);
}

export function end(key: string, isUndone: boolean): void {
  const others = [...all.value].filter(([each]) => each !== key);
  all.value = new Map(isUndone ? [...others, [key, true]] : others);
}

/** Shows those that are taken back, as soon as the queue has them again. */
export function show(): void {
  const there = [...all.value].flatMap(([key, isUndone]) => (isUndone && isQueued(key) ? key : []));
  if (there.length === 0) return;
  all.value = new Map([...all.value].filter(([key]) => !there.includes(key)));
  for (const key of there) takeBack(key);
}
