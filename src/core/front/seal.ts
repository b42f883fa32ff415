// The first screen is read without a schema. So it is kept as a text with the sum of its signs before it: what is as the
// worker wrote it has passed the schemas there, and what was cut off, damaged or put there is nothing.

/** No secret is in it: who may write to the extension's storage may change all of it. Below 2^30 a number is no object. */
function sumOf(text: string): number {
  let sum = 0;
  for (let at = 0; at < text.length; at += 1) sum = (Math.imul(sum, 31) + text.charCodeAt(at)) & 0x3fffffff;
  return sum;
}

export function sealed(value: unknown): string {
  const text = JSON.stringify(value);
  return `${sumOf(text)} ${text}`;
}

/** What was sealed; `null` where it is not as it was written. */
export function opened(stored: unknown): unknown {
  if (typeof stored !== 'string') return null;
  const end = stored.indexOf(' ');
  const text = stored.slice(end + 1);
  return stored.slice(0, end) === String(sumOf(text)) ? JSON.parse(text) : null;
}
