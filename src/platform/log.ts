import { underWay } from './under-way';

/** 40 and more of the letters of a secret in a row can be one, or a part of one; no word or id of ours is that long. */
const SECRET_LIKE = /[A-Za-z0-9+/=_-]{40,}/g;

/** A text without what looks like a secret. */
export function redact(text: string): string {
  return text.replace(SECRET_LIKE, '[redacted]');
}

export const log = {
  /** Something that should not happen, and where. Whatever looks like a secret is left out. */
  warn(where: string, error: unknown): void {
    const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    console.warn(`${where}: ${redact(text)}`);
  },
};

/** Lets a promise run on its own; its error is logged under the name of what it was doing. */
export function inBackground(where: string, promise: Promise<unknown>): void {
  underWay(promise).catch((error: unknown) => log.warn(where, error));
}
