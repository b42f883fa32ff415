import { placedKey } from '../../core/names/placed';
import { visible } from '../../core/names/visible';
import type { Told } from '../../core/reminders/told';
import type { Watched } from '../../core/reminders/watched';
import { listInWords } from '../../platform/in-words/sequence';
import { message as m } from '../../platform/message';
import { plural } from '../../platform/words';
import type { Words } from './notifications';

const LONGEST_HOST = 40;
const LONGEST_NAME = 30;
const MOST_NAMES = 3;

function short(text: string, longest: number): string {
  const letters = [...visible(text.trim())];
  return letters.length > longest ? `${letters.slice(0, longest - 1).join('')}…` : letters.join('');
}

/** The name of another account's token is not for whoever is signed in now. */
const nameIn = (name: string | null) =>
  name === null ? m('of_another_account') : short(name, LONGEST_NAME) || m('unnamed');

function namesText(tokens: { name: string | null }[]): string {
  const names = tokens.slice(0, MOST_NAMES).map(({ name }) => nameIn(name));
  const more = tokens.length - names.length;
  const list = listInWords(names);
  return more > 0 ? plural('reminder_and_more', more, list) : list;
}

type About = { about: Told[]; tokens: Watched[]; host: string; now: number };

/** What has ended by now is told as that, for whichever step it was to be. */
function title(host: string, ended: number, coming: number, within: string): string {
  if (ended === 0) return plural('reminder', coming, host, within);
  const endedText = plural('reminder_ended', ended, host);
  return coming === 0 ? endedText : m('reminder_both', endedText, plural('reminder_also', coming, within));
}

/** The words of one reminder; the names of tokens are in it only if the user allows that. */
export function reminderWords({ about, tokens, host, now }: About, showNames: boolean): Words {
  const steps = new Map(about.map((each) => [placedKey(each), each.steps.at(-1) ?? 0]));
  const stepOf = ({ id, hostId }: Watched) => steps.get(placedKey({ hostId, tokenId: id }));
  const told = tokens.filter((token) => stepOf(token) !== undefined).toSorted((a, b) => a.endsAt - b.endsAt);
  const coming = told.filter(({ endsAt }) => endsAt > now);
  const within = plural('within_days', Math.max(1, ...coming.map((token) => stepOf(token) ?? 0)));
  return {
    title: title(short(host, LONGEST_HOST), told.length - coming.length, coming.length, within),
    message: showNames ? namesText(told) : m('reminder_hint'),
  };
}

/** The words about tokens that somebody else has made on a host. */
export function strangerWords(host: string, tokens: { name: string | null }[], showNames: boolean): Words {
  return {
    title: plural('stranger', tokens.length, short(host, LONGEST_HOST)),
    message: showNames ? m('stranger_named', namesText(tokens)) : m('stranger_hint'),
  };
}

/** The words about tokens that somebody else has revoked on a host. */
export function endedWords(host: string, tokens: { name: string | null }[], showNames: boolean): Words {
  return {
    title: plural('ended_elsewhere', tokens.length, short(host, LONGEST_HOST)),
    message: showNames ? namesText(tokens) : m('ended_elsewhere_hint'),
  };
}
