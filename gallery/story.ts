import type { JSX } from 'preact';

/** Where stories are shown: in the popup of the toolbar, or in a tab. */
export type Frame = 'popup' | 'page';

type Shown = Readonly<Record<string, () => JSX.Element>>;

/** One story for each of several things, by their names. */
export function eachOf<T>(things: Readonly<Record<string, T>>, show: (thing: T) => JSX.Element, before = ''): Shown {
  return Object.fromEntries(Object.entries(things).map(([name, thing]) => [`${before}${name}`, () => show(thing)]));
}

/** The states of one view, by their names. A part is no whole screen, and has no heading of the first rank. */
export type Stories = { frame: Frame; isPart: boolean; shown: Shown };

export const screens = (frame: Frame, shown: Shown): Stories => ({ frame, isPart: false, shown });
export const parts = (frame: Frame, shown: Shown): Stories => ({ frame, isPart: true, shown });

/** In the place of a deed: a story does nothing. */
export const nothing = () => undefined;
