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

/**
 * Gives the focus back, on a screen that is returned to, to what led away from it: what has a `data-place`, or is in it.
 * It waits for what is not there yet, such as the row of a token that was just made. It stands before the screen, which is
 * still there when it goes.
 */
export function Return(): null {
  useLayoutEffect(goThere);
  useLayoutEffect(
    () => () => {
      returnTo.value = nameOf(document.activeElement);
    },
    [],
  );
  return null;
}
