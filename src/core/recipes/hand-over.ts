import * as z from 'zod/mini';

/** How a token of a host was handed over last: nothing of it is secret, and all of it may be out of date. */
export const HandOver = z.object({
  recipe: z.string(),
  /** The one that the user chose, if they did. */
  shell: z.exactOptional(z.enum(['bash', 'powershell'])),
  fields: z.record(z.string(), z.string().check(z.maxLength(400))),
});
export type HandOver = z.output<typeof HandOver>;

export const NOTHING_HANDED_OVER: HandOver = { recipe: '', fields: {} };

/** As long as no name is, and as every secret is: one that was put into a field by mistake must not reach the disk. */
const LIKE_SECRET = /[A-Za-z0-9+/=]{40,}/;

export function withoutSecrets(handOver: HandOver): HandOver {
  const fields = Object.entries(handOver.fields).filter(([, text]) => !LIKE_SECRET.test(text));
  return { ...handOver, fields: Object.fromEntries(fields) };
}
