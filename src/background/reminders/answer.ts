import { isSame, type Placed } from '../../core/names/placed';
import { answered } from '../../core/reminders/answer';
import type { ReminderAnswer } from '../../core/reminders/told';
import { byToken, nothingTold, toldOf } from '../../core/reminders/told-of';
import { fail, ok, type Result } from '../../core/result';
import { stored } from '../../platform/stored';
import { watchedTokens } from './known';
import { lookAtTokens, remind } from './remind';

/** What the user answers to the reminders of some tokens: ask again tomorrow, never, or take either back. */
export async function answerReminders(places: Placed[], answer: ReminderAnswer): Promise<Result<void>> {
  await remind(); // what is due was due before the answer
  const [tokens, now] = [await watchedTokens(places), Date.now()];
  if (tokens.length === 0) return fail({ kind: 'not-found' });
  await stored.reminders.update(({ ranAt, told }) => {
    const before = byToken(told);
    const after = tokens.map((token) =>
      answered(toldOf(before, token) ?? nothingTold(token), answer, { endsAt: token.endsAt, now }),
    );
    const others = told.filter((each) => !tokens.some(({ id, hostId }) => isSame(each, { hostId, tokenId: id })));
    return { ranAt, told: [...others, ...after] };
  });
  await lookAtTokens();
  return ok();
}
