import { MINUTE } from '../../core/duration';
import { doGlobalTokensWork } from '../../core/rotation/global-token';
import { newTokens } from '../../core/rotation/roles';
import type { Part, Rotation } from '../../core/rotation/state';
import { endsAt, isReady } from '../../core/rotation/step';
import { nameOf } from '../../platform/in-words/people';
import { inSequence, listInWords } from '../../platform/in-words/sequence';
import { type MessageKey, message as m } from '../../platform/message';
import { whenInWords } from './distance';
import { failureText } from './failures';

const overTexts = {
  replaced: 'rotation_replaced',
  cancelled: 'rotation_cancelled',
  'old-gone': 'rotation_old_gone',
  'not-made': 'rotation_not_made',
} as const satisfies Record<string, MessageKey>;

/** What was tried and not done, why, and when it is tried again. */
function retryText({ retry, old }: Rotation, now: number): string {
  if (retry === null) return '';
  const { failure, at } = retry;
  const why = failure ? failureText(failure, { host: old.host, now }) : m('rotation_unsure');
  return at > now ? inSequence(why, m('rotation_again', whenInWords(at, now))) : why;
}

/** The time by our own clock, by which Patina acts, and by the server's, by which tokens end. */
type Clocks = { now: number; served: number };

/** Whether the old token still works, for a rotation that is not over. */
function oldText({ old, parts }: Rotation, { served }: Clocks): string {
  if (old.everywhere && !doGlobalTokensWork(served)) return m('old_is_over', nameOf(old));
  return parts.length === 1 && parts[0]?.progress.state === 'made' ? m('both_work') : m('old_works', nameOf(old));
}

/** What an open rotation has come to. */
function openText(rotation: Rotation, { now }: Clocks): string {
  const { old, parts } = rotation;
  const name = nameOf(old);
  const [first] = parts;
  if (parts.length > 1 || first === undefined) return m('rotation_many', name);
  const { progress } = first;
  if (progress.state === 'made') return m('rotation_one', name, nameOf(first));
  if (progress.state === 'lost') return m('rotation_lost', name, nameOf(first));
  const isFresh = progress.state === 'creating' && now - progress.since < MINUTE;
  return m(isFresh ? 'rotation_making' : 'rotation_unknown', name);
}

function stateText(rotation: Rotation, clocks: Clocks): string {
  const { stage, old, parts } = rotation;
  const name = nameOf(old);
  const news = listInWords(newTokens(rotation).map(nameOf));
  if (stage.state === 'open') return inSequence(openText(rotation, clocks), oldText(rotation, clocks));
  if (stage.state !== 'over') return m(stage.state === 'replacing' ? 'rotation_replacing' : 'rotation_stopping', name);
  if (stage.how === 'old-gone' && news === '') return m('rotation_old_gone_alone', name);
  const wasMade = parts.some(({ progress }) => progress.state === 'gone');
  return m(stage.how === 'not-made' && wasMade ? 'rotation_new_gone' : overTexts[stage.how], name, news);
}

const keepTexts = {
  'until-confirmed': 'rotation_until_confirmed',
  'for-a-day': 'rotation_day_not_begun',
  'for-a-week': 'rotation_week_not_begun',
} as const satisfies Record<Rotation['keep'], MessageKey>;

/** A sentence, and the instant that it is about. */
type Sentence = { text: string; at?: number };

/** What happens next, and when. */
function nextTexts(rotation: Rotation, now: number): Sentence[] {
  const { stage, old, keep, parts } = rotation;
  if (stage.state !== 'open' || !isReady(rotation)) return [];
  const end = endsAt(rotation);
  const name = nameOf(old);
  if (end !== null) return [{ text: m('rotation_ends', name, whenInWords(Math.max(end, now + 1), now)), at: end }];
  if (old.everywhere) return [{ text: m('rotation_until_revoked') }];
  const notTaken = parts.some(({ progress }) => progress.state === 'made' && progress.handedAt === null);
  return [{ text: m(keepTexts[keep], name) }, ...(notTaken ? [{ text: m('rotation_not_taken') }] : [])];
}

/** A rotation as sentences. */
export function rotationInWords(rotation: Rotation, clocks: Clocks): Sentence[] {
  const { now } = clocks;
  const retry = retryText(rotation, now);
  return [
    { text: stateText(rotation, clocks) },
    ...nextTexts(rotation, now),
    ...(retry === '' ? [] : [{ text: retry }]),
  ];
}

const partTexts = {
  planned: 'part_planned',
  creating: 'part_creating',
  made: 'part_made',
  lost: 'part_lost',
  failed: 'part_failed',
  gone: 'part_gone',
  'left-out': 'part_left_out',
} as const satisfies Record<Part['progress']['state'], MessageKey>;

/** How far the new token of one place has come. */
export function partInWords(part: Part, now: number): string {
  const { progress, host } = part;
  if (progress.state === 'made' && progress.handedAt === null) return m('part_not_taken', nameOf(part));
  const text = m(partTexts[progress.state], nameOf(part));
  return progress.state === 'failed' ? inSequence(text, failureText(progress.failure, { host, now })) : text;
}
