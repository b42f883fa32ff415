import { effect } from '@preact/signals';
import { call } from '../../contract/call';
import type { How } from '../../core/cleanup/walk';
import { placedKey } from '../../core/names/placed';
import { isShared, keyOf } from '../../core/names/token-key';
import type { Failure, Result } from '../../core/result';
import { nameOf } from '../../platform/in-words/people';
import { inSequence } from '../../platform/in-words/sequence';
import { inBackground } from '../../platform/log';
import { message as m } from '../../platform/message';
import { actorOn } from '../actor';
import type { Decided, InView, Row } from '../on-screen';
import * as undoing from '../stores/clean-up/undoing';
import * as walk from '../stores/clean-up/walk';
import { hosts } from '../stores/hosts';
import { hush, warn } from '../stores/notice';
import { followedElsewhere } from '../stores/noticed';
import { actionsOf } from '../token-menu';
import { decisionText, inViewText } from '../words/clean-up';
import { failureText } from '../words/failures';
import { act } from './acts';
import { explain } from './doing';

const placeOf = ({ token, host }: Row) => ({ hostId: host.id, tokenId: token.id });

/** A token that is answered about: one that works in several organizations in each that lists it. */
function answerable({ token, host }: Row) {
  const places = isShared(token) ? hosts.value.filter((other) => keyOf(token, other) === keyOf(token, host)) : [host];
  const others = places.filter(({ id }) => id !== host.id);
  return { tokenId: token.id, name: token.name, at: [host, ...others].flatMap((at) => actorOn(at)?.who ?? []) };
}

/** Tells who does not see it, and then what is asked about next. */
const say = (text: string) => walk.say(inSequence(text, inViewText(walk.current.value, walk.place.value)));

function failed(failure: Failure, { token, host }: Row): () => string {
  const now = Date.now();
  return () => m('clean_up_failed', nameOf(token), failureText(failure, { host: host.name, now }));
}

/** What was pressed and is not written down yet: an Undo must not overtake it. */
const pressed = new Map<string, Promise<Result<unknown>>>();

/** What becomes of a revoke is told here from now on, or again by whoever shows tokens. */
function tellHere(row: Row, isFollowed: boolean): void {
  const others = [...followedElsewhere.value].filter((key) => key !== placedKey(placeOf(row)));
  followedElsewhere.value = new Set(isFollowed ? [...others, placedKey(placeOf(row))] : others);
}

/** Goes on at once. What cannot even be begun comes back. */
async function goOn(how: How, { key, row }: InView, deed: Promise<Result<unknown>>): Promise<void> {
  pressed.set(key, deed);
  hush();
  walk.decide(how);
  say(decisionText(how, row));
  const done = await deed;
  if (done.ok) return;
  tellHere(row, false);
  walk.comeBack(key, failed(done.failure, row));
}

/** As whom a token is revoked is who is shown beside it. */
async function revoke(at: InView): Promise<void> {
  const by = actorOn(at.row.host);
  if (!by) return;
  const { tokenId } = placeOf(at.row);
  tellHere(at.row, true);
  await goOn('revoke', at, call('tokens.revoke', { ...by.who, tokenId }));
}

const answer = (how: 'keep' | 'later', at: InView) =>
  goOn(how, at, call('clean-up.answer', { tokens: [answerable(at.row)], answer: how }));

/** Does what was pressed for the token in view. Of one that is gone nothing is left to decide. */
export function decide(how: How): void {
  const at = walk.current.value;
  if (!at || at.isGone) return;
  if (how === 'rotate') act(actionsOf(at.row).includes('rotate') ? 'rotate' : 'replace', at.row);
  else inBackground('clean up', how === 'revoke' ? revoke(at) : answer(how, at));
}

/** Goes on from one that is gone. */
export function leave(): void {
  walk.leave();
  say('');
}

/** Takes a decision back. A rotation is taken back where it stands. */
export async function undo({ key, how, row }: Decided): Promise<void> {
  if (how === 'rotate') return;
  undoing.begin(key);
  await pressed.get(key);
  const undone =
    how === 'revoke'
      ? await call('tokens.undo-revoke', placeOf(row))
      : await call('clean-up.answer', { tokens: [answerable(row)], answer: 'again' });
  const isUndone = undone.ok && undone.value !== false;
  undoing.end(key, isUndone);
  if (isUndone) tellHere(row, false);
  if (isUndone) walk.say(m('clean_up_back', nameOf(row.token)));
  else if (!undone.ok) explain(undone.failure, nameOf(row.token));
  else warn(m('undo_too_late', nameOf(row.token)));
}

/** Asks about all that was kept or put off once more. */
export async function askAgain(rows: readonly Row[]): Promise<void> {
  const answered = await call('clean-up.answer', { tokens: rows.map(answerable), answer: 'again' });
  if (answered.ok) walk.beginAgain();
  else explain(answered.failure, '');
}

/** Keeps a token in view as long as the page is; answers what ends that. */
export function follow(): () => void {
  const ends = [effect(walk.settle), effect(undoing.show)];
  return () => {
    for (const end of ends) end();
    followedElsewhere.value = new Set(); // from here on the toast tells of them, wherever one is
  };
}
