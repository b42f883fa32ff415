/** What may stand in a URL unquoted; no language that a snippet is written in gives any of these a meaning. */
const UNRESERVED = /[^A-Za-z0-9\-._~]/gu;

/** Half of a character, which no encoding can carry. */
const LONE_SURROGATE = /\p{Surrogate}/gu;

function percentEncoded(character: string): string {
  // encodeURIComponent leaves `!'()*` as they are, but shells do not.
  const code = () => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
  return /[!'()*]/.test(character) ? code() : encodeURIComponent(character);
}

/** A name as one segment of a URL, or as the user in one: only letters, digits and `-._~%` are left of it. */
export function urlSegment(name: string): string {
  return name.replace(LONE_SURROGATE, '\uFFFD').replace(UNRESERVED, percentEncoded);
}

/** For bash, zsh and sh: inside single quotes nothing but the quote itself has a meaning. NUL cannot stand in an argument. */
export function bashQuoted(text: string): string {
  return `'${text.replaceAll('\0', '').replaceAll("'", "'\\''")}'`;
}

/** PowerShell takes the typographic single quotes for quotes, too; each is doubled. */
export function powerShellQuoted(text: string): string {
  return `'${text.replaceAll('\0', '').replace(/['\u2018-\u201B]/g, '$&$&')}'`;
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

/** For text and attributes of XML 1.0, which has no way at all to write most control characters: they are left out. */
export function xmlEscaped(text: string): string {
  return text
    .replace(/(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]/gu, '')
    .replace(LONE_SURROGATE, '\uFFFD')
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/** Two escapes with letters between them, which cmd and NuGet read as a variable: `%AD` and `O_PAT%20` are `%ADO_PAT%` to them. */
const VARIABLE = /(%[A-Fa-f][0-9A-Fa-f])([^%/])(?=[^%]*%)/g;

/**
 * The same address, but with no name of a variable between two `%`: the letter after an escape is one, too. What is left begins with a
 * digit, or is the two digits of an escape, and no variable is called so.
 */
export function withoutVariables(url: string): string {
  return url.replace(VARIABLE, (_, escaped, letter) => `${escaped}%${letter.charCodeAt(0).toString(16).toUpperCase()}`);
}
