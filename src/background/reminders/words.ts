import type { Told } from '../../core/reminders/told';
import type { Watched } from '../../core/reminders/watched';
import type { Token } from '../../core/token';
import { message as m } from '../../platform/message';
import type { Words } from './notifications';

const LONGEST_HOST = 40;
const LONGEST_NAME = 30;
const MOST_NAMES = 3;

/** What steers the direction of a text, or cannot be seen, is none of a name's business in a notification. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

function short(text: string, longest: number): string {
  const letters = [...text.replace(UNSEEN, ' ').trim()];
  return letters.length > longest ? `${letters.slice(0, longest - 1).join('')}…` : letters.join('');
}

export const daysInWords = (days: number) => (days === 1 ? m('days_one') : m('days_other', String(days)));

function namesText(tokens: Pick<Token, 'name'>[]): string {
  const names = tokens.slice(0, MOST_NAMES).map(({ name }) => short(name, LONGEST_NAME) || m('unnamed'));
  const more = tokens.length - names.length;
  return more > 0 ? m('reminder_and_more', names.join(', '), String(more)) : names.join(', ');
}

type About = { about: Told[]; tokens: Watched[]; host: string; now: number };

/** What has ended by now is told as that, for whichever step it was to be. */
function title(host: string, ended: number, coming: number, within: string): string {
  const [one, many] = [ended === 1, coming === 1];
  const endedText = one ? m('reminder_ended_one', host) : m('reminder_ended_other', host, String(ended));
  const comingText = many ? m('reminder_one', host, within) : m('reminder_other', host, within, String(coming));
  if (ended === 0) return comingText;
  if (coming === 0) return endedText;
  const also = many ? m('reminder_also_one', within) : m('reminder_also_other', within, String(coming));
  return `${endedText}, ${also}`;
}

/** The words of one reminder; the names of tokens are in it only if the user allows that. */
export function reminderWords({ about, tokens, host, now }: About, showNames: boolean): Words {
  const steps = new Map(about.map(({ tokenId, steps }) => [tokenId, steps.at(-1) ?? 0]));
  const told = tokens.filter(({ id }) => steps.has(id)).toSorted((a, b) => a.endsAt - b.endsAt);
  const coming = told.filter(({ endsAt }) => endsAt > now);
  const within = daysInWords(Math.max(1, ...coming.map(({ id }) => steps.get(id) ?? 0)));
  return {
    title: title(short(host, LONGEST_HOST), told.length - coming.length, coming.length, within),
    message: showNames ? namesText(told) : m('reminder_hint'),
  };
}

/** The words about tokens that somebody else has made on a host. */
export function strangerWords(host: string, tokens: Pick<Token, 'name'>[], showNames: boolean): Words {
  const name = short(host, LONGEST_HOST);
  const count = String(tokens.length);
  const hint = m('stranger_hint');
  return {
    title: tokens.length === 1 ? m('stranger_one', name) : m('stranger_other', name, count),
    message: showNames ? `${namesText(tokens)}. ${hint}` : hint,
  };
}
