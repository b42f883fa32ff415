/** Before the host, after a colon: what signs in, as clone URLs have it. */
const PASSWORD = /^\s*(?:[a-z][a-z0-9+.-]*:)?[\\/]*[^\\/?#\s:]*:[^\\/?#]*@/i;

const NAMED = /[?&#;](access_?token|token|pat|password|pwd|secret|sig)=[^&#;]/i;

/** Forty letters and digits in a row, as every token has them. Digests of commits are as long, and are of hexadecimal digits alone. */
const RUN = /[A-Za-z0-9]{40,}/g;

const isLikeToken = (run: string) => /\d/.test(run) && /[g-z]/i.test(run);

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Whether a text that was pasted for an address has something in it that looks like a token or a password. */
export function holdsSecret(text: string): boolean {
  if (PASSWORD.test(text) || NAMED.test(text)) return true;
  return [text, decoded(text)].some((each) => (each.match(RUN) ?? []).some(isLikeToken));
}
