import { useLayoutEffect } from 'preact/hooks';
import { returnTo } from '../return-to';

const nameOf = (element: Element | null) => element?.closest<HTMLElement>('[data-place]')?.dataset.place ?? null;

function find(place: string): HTMLElement | null {
  const box = [...document.querySelectorAll<HTMLElement>('[data-place]')].find((each) => each.dataset.place === place);
  return box?.matches('button') ? box : (box?.querySelector('button') ?? null);
}

/** Whether the user has gone on to something by themselves. */
function isElsewhere(): boolean {
  const { activeElement } = document;
  return activeElement !== null && activeElement !== document.body && !activeElement.matches('h1');
}

function goThere(): void {
  const place = returnTo.value;
  if (place === null) return;
  const there = isElsewhere() ? null : find(place);
  there?.focus();
  if (there || isElsewhere()) returnTo.value = null;
}

/** The place that waits for the focus: it has to be drawn, however far down a list it stands. */
export const returnsTo = () => returnTo.value;

/**
 * Gives the focus back, on a screen that is returned to, to what led away from it: what has a `data-place`, or is in it.
 * It waits for what is not there yet, such as the row of a token that was just made.
 */
export function useReturn(): void {
  useLayoutEffect(goThere);
  useLayoutEffect(
    () => () => {
      returnTo.value = nameOf(document.activeElement);
    },
    [],
  );
}
