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

/** FNV-1a in 32 bits, as hexadecimal: two names rarely share it, and none by accident. */
function digest(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/** How a name ends that had to be written otherwise. */
const DIGESTED = /_[0-9a-f]{8}$/;

/** A name made of what is allowed; where that is another name, a digest of the name itself tells it from all others. */
function nameOf(name: string, written: string): string {
  return written === name && !DIGESTED.test(name) ? name : `${written}_${digest(name)}`;
}

/**
 * A feed's name where a tool takes identifiers only: in the name of an environment variable and of an XML element.
 * What is neither letter, digit nor `_` becomes `_`, and one name never stands for two feeds.
 */
export function sourceName(feed: string): string {
  const name = feed.replace(/[^A-Za-z0-9_]/gu, '_');
  return nameOf(feed, /^[A-Za-z_]/.test(name) ? name : `feed_${name}`);
}

/** The same for Maven, which takes the names that Azure DevOps proposes for a pom.xml; signs of a pattern it does not take. */
export const repositoryId = (feed: string) => nameOf(feed, feed.replace(/[^A-Za-z0-9_.-]/gu, '_'));
