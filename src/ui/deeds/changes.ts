import { call } from '../../contract/call';
import type { Change, Changed } from '../../core/change';
import type { Lifetime } from '../../core/draft';
import { isSameEnd } from '../../core/rounding';
import { nameOf } from '../../platform/in-words/people';
import { message as m } from '../../platform/message';
import { inSequence } from '../../platform/words';
import { actorOn } from '../actor';
import type { Row } from '../on-screen';
import { say, warn } from '../stores/notice';
import { whenInWords } from '../words/distance';
import { dateInWords } from '../words/when';
import { doing } from './doing';

function sayChanged(changed: Changed, text: string): void {
  const { asked, token } = changed;
  if (asked.expiresAt !== null && !isSameEnd(token.expiresAt, asked.expiresAt))
    warn(inSequence(text, m('changed_otherwise', dateInWords(asked.expiresAt), dateInWords(token.expiresAt))));
  else say(text);
}

async function change({ token, host }: Row, wanted: Change): Promise<Changed | undefined> {
  const by = actorOn(host);
  if (!by) return undefined;
  const changed = await doing(by.name, () => call('tokens.update', { ...by.who, tokenId: token.id, change: wanted }));
  return changed?.ok ? changed.value : undefined;
}

/** Gives a token a new end, counted from now, and says which one the server granted. */
export async function extend(row: Row, lifetime: Lifetime): Promise<void> {
  const name = nameOf(row.token);
  say(m('extending', name));
  const changed = await change(row, { lifetime });
  if (!changed) return;
  const { expiresAt } = changed.token;
  sayChanged(changed, m('extended', name, expiresAt === null ? m('unknown_date') : whenInWords(expiresAt, row.now)));
}

export async function edit(row: Row, wanted: Change): Promise<void> {
  say(m('saving', nameOf(row.token)));
  const changed = await change(row, wanted);
  if (changed) sayChanged(changed, m('edited', nameOf(changed.token)));
}
