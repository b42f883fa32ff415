import type { Placed } from '../../core/names/placed';
import { answered } from '../../core/reminders/answer';
import type { ReminderAnswer } from '../../core/reminders/told';
import { byToken, inEachPlace, nothingTold, toldOf } from '../../core/reminders/told-of';
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
    const after = tokens.flatMap((token) => {
      const record = answered(toldOf(before, token) ?? nothingTold(token), answer, { endsAt: token.endsAt, now });
      return inEachPlace(record, token, before);
    });
    return { ranAt, told: [...byToken([...told, ...after]).values()] };
  });
  await lookAtTokens();
  return ok();
}
