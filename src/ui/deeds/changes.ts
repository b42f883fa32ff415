import { call } from '../../contract/call';
import type { Change, Changed } from '../../core/change';
import type { Lifetime } from '../../core/draft';
import { isSameEnd } from '../../core/rounding';
import { nameOf } from '../../platform/in-words/people';
import { inSequence } from '../../platform/in-words/sequence';
import { message as m } from '../../platform/message';
import { actorOn } from '../actor';
import type { Row } from '../on-screen';
import { asked, placeToAsk } from '../stores/asked';
import { say, warn } from '../stores/notice';
import { whenInWords } from '../words/distance';
import { dateInWords } from '../words/when';
import { doing, refusing } from './doing';

function sayChanged(changed: Changed, text: string): void {
  const { token } = changed;
  const { expiresAt } = changed.asked;
  if (expiresAt !== null && !isSameEnd(token.expiresAt, expiresAt))
    warn(inSequence(text, m('changed_otherwise', dateInWords(expiresAt), dateInWords(token.expiresAt))));
  else say(text);
}

/** Changes a token, and says so as soon as it does. What is refused of a field is asked for once more. */
async function change(
  row: Row,
  wanted: Change,
  action: 'extend' | 'edit',
  begins: string,
): Promise<Changed | undefined> {
  const { token, host } = row;
  const by = actorOn(host);
  if (!by) return undefined;
  const askAgain = refusing(wanted, placeToAsk(), (refused) => {
    asked.value = { action, row, refused };
  });
  const update = () => {
    say(begins);
    return call('tokens.update', { ...by.who, tokenId: token.id, change: wanted });
  };
  const changed = await doing(by.name, update, askAgain);
  return changed?.ok ? changed.value : undefined;
}

/** Gives a token a new end, counted from now, and says which one the server granted. */
export async function extend(row: Row, lifetime: Lifetime): Promise<void> {
  const name = nameOf(row.token);
  const changed = await change(row, { lifetime }, 'extend', m('extending', name));
  if (!changed) return;
  const { expiresAt } = changed.token;
  sayChanged(changed, m('extended', name, expiresAt === null ? m('unknown_date') : whenInWords(expiresAt, row.now)));
}

export async function edit(row: Row, wanted: Change): Promise<void> {
  const changed = await change(row, wanted, 'edit', m('saving', nameOf(row.token)));
  if (changed) sayChanged(changed, m('edited', nameOf(changed.token)));
}
