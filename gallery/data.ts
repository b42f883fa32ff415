import { readdirSync, readFileSync } from 'node:fs';

const isOfStories = (path: string) => /\.stories\.tsx$/.test(path);
const sources = [
  ...readdirSync('gallery', { recursive: true, encoding: 'utf8' }).map((path) => `gallery/${path}`),
  ...readdirSync('src', { recursive: true, encoding: 'utf8' }).map((path) => `src/${path}`),
];

/** All that stories make up: names of tokens and people, answers of servers, what was typed. And what Microsoft says in its own words. */
const madeUp = sources
  .filter((path) =>
    path.startsWith('gallery/') ? /\.tsx?$/.test(path) : isOfStories(path) || path.endsWith('in-microsofts-words.ts'),
  )
  .map((path) => readFileSync(path, 'utf8'))
  .join('\n')
  .replace(/\s+/g, ' ');

const DATE =
  /\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b[AP]M\b/g;
/** Ids of scopes, addresses, versions, keys of a keyboard, and the names that languages and our own product have. */
const NAMES =
  /^(?:vso\.\w+|app_token|https?:\/\/\S+|[\w.-]+@[\w.-]+|Ctrl|Alt|Shift|Enter|Esc|Del|Patina|English|Deutsch|Français|Español|JSON|CSV)$/;

const isMadeUp = (text: string) => madeUp.includes(text.replace(/\s+/g, ' ').replace(/…$/, ''));

/** Names that stories count, repeat a letter of, or spoil by signs that nobody sees. */
const MADE_BY_STORIES = /-\d+$|(.)\1{9}|\\u\{|[\u202a-\u202e]/;

/** Whether a text that stands in no message is a name, a date or the like, and no word of ours. */
export function isData(text: string): boolean {
  if (isMadeUp(text) || isMadeUp(text.toLowerCase()) || MADE_BY_STORIES.test(text)) return true;
  const words = text.replace(DATE, '').split(/[\s,;·()“”"]+/u);
  return words.every((word) => !/[A-Za-z]{2}/.test(word) || NAMES.test(word) || isMadeUp(word));
}
