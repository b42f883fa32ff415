import { message as m } from '../../platform/message';
import { whenInWords } from './distance';

/** From when a list is. It is of no time to come, also where our clock was set back, or was looked at before it was read. */
export const asOfInWords = (readAt: number, now: number): string =>
  m('list_as_of', whenInWords(Math.min(readAt, now), now));
