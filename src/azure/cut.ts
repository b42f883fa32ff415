/** No name is longer on any screen. A server could fill the browser's storage with one (10 MiB for all that Patina keeps). */
const LONGEST = 1_000;

/** A name, or a sentence, that a server has written, as far as it is kept. */
export function cut(text: string): string {
  if (text.length <= LONGEST) return text;
  const isPair = /[\uD800-\uDBFF]/.test(text[LONGEST - 1] ?? ''); // half a sign is none
  return text.slice(0, isPair ? LONGEST - 1 : LONGEST);
}
