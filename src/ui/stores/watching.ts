import { effect, signal } from '@preact/signals';
import { isIt } from '../../core/names/is-it';
import type { SignedOut } from '../../core/reminders/agenda';
import { endingWithin } from '../../core/reminders/other-account';
import { longSignedOut } from '../../core/reminders/signed-out';
import { type EndedElsewhere, isOfSignedIn } from '../../core/strangers/ended-elsewhere';
import type { Stranger } from '../../core/strangers/stranger';
import { fullestHost } from '../../platform/full-storage';
import { nameOf } from '../../platform/in-words/people';
import { inSequence, listInWords } from '../../platform/in-words/sequence';
import { inBackground } from '../../platform/log';
import { message as m } from '../../platform/message';
import { stored } from '../../platform/stored';
import { plural } from '../../platform/words';
import type { Row } from '../on-screen';
import { dayInWords } from '../words/when';
import { localNow } from './clock';
import { follow, ofEachHost } from './follow';
import { hosts } from './hosts';
import { away, endedElsewhere, strangers } from './noticed';
import { isUnsaved, know, rowsOfAll, shownOf } from './readings';
import { settings } from './settings';

const found = signal<Stranger[]>([]);
const ended = signal<EndedElsewhere[]>([]);
const fullest = signal('');
const signedOut = signal<SignedOut[]>([]);
const otherAccounts = ofEachHost('otherAccounts', stored.otherAccounts);

/** The tokens that were found, of whatever host; each once, and none that is revoked. */
function foundRows(): Row[] {
  const at = new Set(found.value.map(({ hostId }) => hostId));
  const rows = rowsOfAll(hosts.value.filter(({ id }) => at.has(id)).map(shownOf));
  return rows.filter(({ token, host }) => !token.revoked && found.value.some((of) => isIt(of, token, host)));
}

/** Where nobody has been signed in for long, and since when. Where nobody ever was, nobody is signed out. */
function awayText(): string {
  const since = new Map(
    longSignedOut(signedOut.value, settings.value.onDemand, localNow.value).map((each) => [each.hostId, each.since]),
  );
  const out = hosts.value.filter(({ id, identity }) => identity !== null && since.has(id));
  if (out.length === 0) return '';
  const first = Math.min(...out.map(({ id }) => since.get(id) ?? 0));
  return m('signed_out_since', listInWords(out.map(({ name }) => name)), dayInWords(first));
}

/** That what was just read is nowhere but on the screen. */
function unsavedText(): string {
  if (!hosts.value.some(isUnsaved)) return '';
  return fullest.value === '' ? m('not_stored') : m('not_stored_by', fullest.value);
}

/** Of whom most is stored, looked up when something could not be. */
async function findFullest(): Promise<void> {
  fullest.value = (await fullestHost()) ?? '';
}

/** The tokens of accounts that are not signed in now, and that end soon: how many, and whose. */
function othersText(): string {
  const days = Math.max(0, ...settings.value.remindDays);
  const sentences = hosts.value.flatMap(({ id, name, identity }) =>
    (otherAccounts.of(id) ?? []).flatMap((other) => {
      const count = other.identity.id === identity?.id ? 0 : endingWithin(other, days, localNow.value);
      return count > 0 ? plural('others_end', count, nameOf(other.identity), name, plural('within_days', days)) : [];
    }),
  );
  return inSequence(...sentences);
}

let watched = false;

/** Shows what the worker has noticed while nobody looked, now and from now on. */
export async function loadWatching(): Promise<void> {
  if (watched) return;
  watched = true;
  const keep = async (all: Stranger[]) => {
    await know(all.map(({ hostId }) => hostId));
    found.value = all;
  };
  stored.strangers.watch((all) => inBackground('strangers', keep(all)));
  await follow(stored.signedOut, (all) => {
    signedOut.value = all;
  });
  await follow(stored.endedElsewhere, (all) => {
    ended.value = all;
  });
  await keep(await stored.strangers.get());
  effect(() => {
    if (hosts.value.some(isUnsaved)) inBackground('fullest', findFullest());
  });
  effect(() => {
    strangers.value = foundRows();
  });
  effect(() => {
    endedElsewhere.value = ended.value.filter((each) => isOfSignedIn(hosts.value, each));
  });
  effect(() => {
    away.value = inSequence(unsavedText(), awayText(), othersText());
  });
}
