// The first screen is read without a schema, and its shape alone does not tell that something of it was lost or changed.
// So it is kept as a text with the sum of its signs before it.

/** No secret is in it: who may write to the extension's storage may change all of it. */
function sumOf(text: string): number {
  let sum = 0;
  for (let at = 0; at < text.length; at += 1) sum = (sum * 31 + text.charCodeAt(at)) % 1e9;
  return sum;
}

export function sealed(value: unknown): string {
  const text = JSON.stringify(value);
  return `${sumOf(text)} ${text}`;
}

/** What was sealed; `null` where it is not as it was written. */
export function opened(stored: unknown): unknown {
  if (typeof stored !== 'string') return null;
  const text = stored.slice(stored.indexOf(' ') + 1);
  return stored === `${sumOf(text)} ${text}` ? JSON.parse(text) : null;
}
