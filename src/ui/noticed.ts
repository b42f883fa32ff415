import { signal } from '@preact/signals';
import type { Row } from './state';

/** What the worker has noticed while nobody looked. It is filled in after the list is there: see stores/watching.ts. */

/** Tokens that somebody else has made, of whatever host. */
export const strangers = signal<Row[]>([]);
/** Where nobody has been signed in for long, as a sentence. */
export const away = signal('');
