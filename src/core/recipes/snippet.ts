import { hasFormOfSecret } from '../secret';

/** A piece of a snippet. A secret is not in it: who copies puts it in its place, who shows a mask. */
export type SnippetPart = { text: string } | { secret: 'plain' | 'base64' };

/** A file's content, with the places of the secret between its pieces: file`password=${PLAIN}`. */
export function file(texts: TemplateStringsArray, ...between: (string | SnippetPart)[]): SnippetPart[] {
  const parts = texts.flatMap((text, index) => {
    const next = between[index] ?? '';
    return [{ text }, typeof next === 'string' ? { text: next } : next];
  });
  return parts.reduce<SnippetPart[]>(joined, []);
}

function joined(parts: SnippetPart[], part: SnippetPart): SnippetPart[] {
  const last = parts.at(-1);
  if (!('text' in part)) return [...parts, part];
  if (last && 'text' in last) return [...parts.slice(0, -1), { text: last.text + part.text }];
  return part.text === '' ? parts : [...parts, part];
}

export const hasSecret = (parts: readonly SnippetPart[]) => parts.some((part) => 'secret' in part);

/** The snippet as it is copied; `null` where what should stand in it is no token: it could be a line or a setting of its own. */
export function withSecret(parts: readonly SnippetPart[], secret: string): string | null {
  if (hasSecret(parts) && !hasFormOfSecret(secret)) return null;
  const written = { plain: () => secret, base64: () => base64(secret) };
  return parts.map((part) => ('text' in part ? part.text : written[part.secret]())).join('');
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Base64 of the text's UTF-8, written out because core has neither `btoa` nor `Buffer`. */
export function base64(text: string): string {
  const bytes = Array.from(
    encodeURIComponent(text).matchAll(/%(..)|(.)/g),
    ([, hex, plain]) => (hex === undefined ? plain?.charCodeAt(0) : Number.parseInt(hex, 16)) ?? 0,
  );
  const bits = bytes.map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const digits = Array.from(bits.matchAll(/.{1,6}/g), ([six]) => DIGITS[Number.parseInt(six.padEnd(6, '0'), 2)]);
  return digits.join('').padEnd(Math.ceil(bytes.length / 3) * 4, '=');
}
