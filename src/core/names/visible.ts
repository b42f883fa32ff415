/**
 * Signs that turn the direction of what follows, or that nobody sees: controls, formats, ends of lines, blanks of no
 * width, halves of letters. Sources: Unicode 16, general categories and `Default_Ignorable_Code_Point`; UTS #55.
 */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{DI}\u2800]/gu;

/** What joins the parts of one picture hides nothing: it belongs to what is seen. */
const PICTURE =
  /\p{ExtPict}[\ufe0f\p{EMod}]*(?:\u200d\p{ExtPict}[\ufe0f\p{EMod}]*)*|[#*0-9]\ufe0f\u20e3|\u{1f3f4}[\u{e0030}-\u{e007f}]+/gu;

/** The ranges of the scripts that are written from right to left. Source: Unicode 16, DerivedBidiClass.txt, defaults of R and AL. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** What can turn the sentence around it: overrides and embeddings. Isolates do where they have no end, or no beginning. */
const TURNS = /[\u202a-\u202e\u2066-\u2069]/gu;

// Not as the signs themselves: one of them makes each sign of the popup's script two bytes in the browser's memory.
const ISOLATE = String.fromCodePoint(0x2068);
const END = String.fromCodePoint(0x2069);

/** Nearly every text: nothing in it turns, hides, or is written from right to left. */
const PLAIN = /^[ -~\u00a1-\u00ac\u00ae-\u00ff]*$/;

const code = (sign: string) => `\\u{${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`;

function shown(text: string, stays?: RegExp): string {
  const pictures = text.match(PICTURE) ?? [];
  const show = (sign: string) => (stays?.test(sign) ? sign : code(sign));
  const between = text.split(PICTURE).map((part) => part.replace(HIDDEN, show));
  return between.map((part, index) => part + (pictures[index] ?? '')).join('');
}

/** A name as it is shown: signs that turn or hide stand in it by their codes, as `\u{202E}`, so that no two look the same. */
export const visible = (name: string): string => (PLAIN.test(name) ? name : shown(name));

/** Whether each isolate in a text has an end, so that nothing reaches beyond it: ours do. */
function isClosed(text: string): boolean {
  let open = 0;
  for (const [sign] of text.matchAll(TURNS)) {
    if (sign === END) open -= 1;
    else if (sign === ISOLATE) open += 1;
    else return false;
    if (open < 0) return false;
  }
  return open === 0;
}

/** What sentences have of their own, in languages that need it: joiners, marks, the ends of lines. */
const OF_SENTENCES = /[\u200c-\u200f\u061c\n]/;
const WITH_ISOLATES = /[\u200c-\u200f\u061c\n\u2068\u2069]/;

/**
 * A text as a part of a sentence, where no markup can hold it: whatever is in it, the words around it stay in their
 * places. A text that cannot turn anything stays as it is, so that a name is found by its own letters.
 */
export function contained(text: string): string {
  if (PLAIN.test(text)) return text;
  const safe = shown(text, isClosed(text) ? WITH_ISOLATES : OF_SENTENCES);
  return RIGHT_TO_LEFT.test(safe) ? `${ISOLATE}${safe}${END}` : safe;
}
