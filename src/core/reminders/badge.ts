import { DAY } from '../duration';
import type { RemindDay } from '../settings';
import type { Count, Shown } from './agenda';
import { isQuiet } from './steps';
import type { Told } from './told';
import { byToken, toldOf } from './told-of';
import type { Watched } from './watched';

export function countOf(tokens: Watched[], told: Told[], { days, now }: { days: RemindDay[]; now: number }): Count {
  const records = byToken(told);
  const within = Math.max(0, ...days);
  const left = tokens.flatMap((token) => {
    const record = toldOf(records, token);
    const quiet = record !== undefined && isQuiet(record, now);
    const time = token.endsAt - now;
    return quiet || time <= 0 || time > within * DAY ? [] : time;
  });
  return { expiring: left.length, within, urgent: left.some((time) => time < DAY) };
}

export type Tone = 'secret' | 'signed-out' | 'urgent' | 'calm';

/**
 * What the badge shows. A new secret that waits comes first, since it waits for minutes only; then being signed out,
 * because what is counted may be out of date; then the count.
 */
export function faceOf({ count, signedOut }: Shown, hasSecret: boolean): { text: string; tone: Tone } {
  if (hasSecret) return { text: '•', tone: 'secret' };
  if (signedOut.length > 0) return { text: '!', tone: 'signed-out' };
  const text = count.expiring > 999 ? '999+' : String(count.expiring || '');
  return { text, tone: count.urgent ? 'urgent' : 'calm' };
}
