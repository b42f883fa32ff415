import { LANGUAGE_IDS } from '../src/core/languages';
import type { Frame } from './story';

export type Mode = {
  sizes: Record<Frame, { width: number; height: number }>;
  theme?: 'dark';
  forced?: true;
  dir?: 'rtl';
  /** Whose words are shown; in another one than English they are looked at, too. */
  language?: string;
  /** How many of the screen's pixels one of CSS takes. */
  scale?: number;
  /** The rules of axe that can have another answer than in light; all where none are named. */
  rules?: readonly string[];
};

const usual = { popup: { width: 380, height: 600 }, page: { width: 1280, height: 800 } };

/** Rules of axe that ask for nothing but colours. */
export const OF_COLOURS: readonly string[] = ['color-contrast', 'link-in-text-block'];

/** A rule that compares two messages: what is read on a button, and what it is called. */
const OF_NAMES: readonly string[] = ['label-content-name-mismatch'];

/** The ways in which people look at the same screens. */
export const MODES = {
  light: { sizes: usual },
  dark: { sizes: usual, theme: 'dark', rules: OF_COLOURS },
  forced: { sizes: usual, forced: true },
  narrow: { sizes: { popup: { width: 320, height: 600 }, page: { width: 320, height: 600 } } },
  /** A browser at 200 %: half as many pixels, each twice as large. A popup keeps its width then, and loses half its height. */
  zoom: { sizes: { popup: { width: 380, height: 300 }, page: { width: 640, height: 400 } }, scale: 2 },
  /** A browser at 400 %: what WCAG 1.4.10 wants whole in one direction of scrolling. */
  reflow: {
    sizes: { popup: { width: 320, height: 256 }, page: { width: 320, height: 256 } },
    scale: 4,
    rules: ['scrollable-region-focusable'],
  },
  rtl: { sizes: usual, dir: 'rtl' },
} satisfies Record<string, Mode>;

/** The same screens in each other language, and in one that nobody speaks: docs/languages.md. */
export const LANGUAGE_MODES: Readonly<Record<string, Mode>> = Object.fromEntries(
  ['pseudo', ...LANGUAGE_IDS.filter((id) => id !== 'en')].map((language) => [
    language,
    // Brackets and added letters set a button's words apart from its name, as no translation does.
    { sizes: usual, language, rules: language === 'pseudo' ? [] : OF_NAMES },
  ]),
);
