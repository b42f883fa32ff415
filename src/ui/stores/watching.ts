import { effect, signal } from '@preact/signals';
import type { SignedOut } from '../../core/reminders/agenda';
import { longSignedOut } from '../../core/reminders/signed-out';
import type { Stranger } from '../../core/strangers/stranger';
import { isIt } from '../../core/token-key';
import { inBackground } from '../../platform/log';
import { message as m } from '../../platform/message';
import { stored } from '../../platform/stored';
import { listInWords } from '../../platform/words';
import type { Row } from '../on-screen';
import { dayInWords } from '../words/days';
import { localNow } from './clock';
import { follow } from './follow';
import { hosts } from './hosts';
import { away, strangers } from './noticed';
import { know, rowsOfAll, shownOf } from './readings';

const found = signal<Stranger[]>([]);
const signedOut = signal<SignedOut[]>([]);

/** The tokens that were found, of whatever host; each once, and none that is revoked. */
function foundRows(): Row[] {
  const at = new Set(found.value.map(({ hostId }) => hostId));
  const rows = rowsOfAll(hosts.value.filter(({ id }) => at.has(id)).map(shownOf));
  return rows.filter(({ token, host }) => !token.revoked && found.value.some((of) => isIt(of, token, host)));
}

/** Where nobody has been signed in for long, and since when. Where nobody ever was, nobody is signed out. */
function awayText(): string {
  const since = new Map(longSignedOut(signedOut.value, localNow.value).map((each) => [each.hostId, each.since]));
  const out = hosts.value.filter(({ id, identity }) => identity !== null && since.has(id));
  if (out.length === 0) return '';
  const first = Math.min(...out.map(({ id }) => since.get(id) ?? 0));
  return m('signed_out_since', listInWords(out.map(({ name }) => name)), dayInWords(first));
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
  await keep(await stored.strangers.get());
  effect(() => {
    strangers.value = foundRows();
  });
  effect(() => {
    away.value = awayText();
  });
}
