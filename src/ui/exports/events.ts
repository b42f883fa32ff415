import { DAY, MINUTE, SECOND } from '../../core/duration';
import { tokenPageOf } from '../../core/hosts/token-page';
import { keeperOf } from '../../core/names/token-key';
import type { Settings } from '../../core/settings';
import { digestOf } from '../../platform/digest';
import { scopesInWords } from '../../platform/in-words/scopes';
import { message as m } from '../../platform/message';
import type { Row } from '../on-screen';

/** The end of a token, as it is to stand in a calendar. Times are milliseconds since 1970. */
export type EndEvent = {
  uid: string;
  end: number;
  madeAt: number;
  /** A calendar takes the event with the higher one. */
  version: number;
  title: string;
  description: string;
  url: string;
  /** How long before the end to speak of it. */
  alarmSeconds: number[];
};

/** What the names of events are made with, so that they are not found by hashing ids from elsewhere as they are. */
const SALT = 'patina calendar event ';

/** The name of a token's event: the same at each export, and no way back to the id. */
function uidOf({ token, host }: Ended): string {
  const digest = digestOf(`${SALT}${token.id} ${keeperOf(host)}`);
  return `${digest.slice(0, 32)}@patina`;
}

/** Controls, which have no place in a calendar, and line ends, which have none in a title. */
const oneLine = (text: string) => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();

type Choices = Pick<Settings, 'remindDays' | 'includeTokenIds'> & { now: number };

type Ended = Pick<Row, 'token' | 'host'>;

/** The event for the end of a token, exported at `now`. */
export async function endEvent({ token, host }: Ended, end: number, choices: Choices): Promise<EndEvent> {
  const { remindDays, includeTokenIds, now } = choices;
  const id = includeTokenIds ? [m('calendar_token_id', token.id)] : [];
  return {
    uid: uidOf({ token, host }),
    end,
    madeAt: now,
    version: Math.floor(now / MINUTE),
    title: m('calendar_title', oneLine(token.name) || m('unnamed'), host.name),
    description: [oneLine(scopesInWords(token.scopes)), m('calendar_what_to_do'), ...id].join('\n'),
    url: tokenPageOf(host),
    alarmSeconds: remindDays.map((days) => (days * DAY) / SECOND),
  };
}
