import { call } from '../../contract/call';
import { SECOND } from '../../core/duration';
import type { HostId } from '../../core/host';
import { keptAs, withoutKept } from '../../core/kept';
import { keyOf } from '../../core/names/token-key';
import { estimate } from '../../core/revoke-all/ask';
import { plural } from '../../platform/words';
import type { Row } from '../on-screen';
import { hosts } from '../stores/hosts';
import { shown } from '../stores/lists';
import { hush, say } from '../stores/notice';
import { kept, rows, word } from '../stores/revoke-all/choice';
import { watchJournal } from '../stores/revoke-all/journal';
import { settings } from '../stores/settings';
import { spanInWords } from '../words/when';
import { doing, explain, refresh } from './doing';
import { choose as chooseHost } from './hosts';
import { changeSettings } from './settings';

/** How long the last reading took, and each of its requests, in milliseconds. */
let measured = { requestTime: SECOND / 4, listTime: SECOND };

async function measuring(read: () => Promise<unknown>): Promise<void> {
  const began = performance.now();
  await read();
  const listTime = performance.now() - began;
  const requests = shown.value.map(({ snapshot }) => 1 + Math.ceil((snapshot?.tokens.length ?? 0) / 100));
  measured = { listTime, requestTime: listTime / Math.max(...requests, 1) };
}

/** Shows what is known of it, and reads the list anew. */
export async function open(): Promise<void> {
  await watchJournal();
  await measuring(refresh);
}

export async function choose(hostId: HostId): Promise<void> {
  await measuring(() => chooseHost(hostId));
}

export async function keepAlways(row: Row, always: boolean): Promise<void> {
  const others = withoutKept(settings.value.neverRevoke, row, hosts.value);
  await changeSettings({ neverRevoke: always ? [...others, keptAs(row.token, row.host)] : others });
}

/** Says what would happen. Nobody is asked for anything. */
export function dryRun(count: number): void {
  say(plural('dry_run_result', count, spanInWords(estimate(count, measured))));
}

/** Begins, if the worker finds that what was typed and the list are right. */
export async function start(typed: string): Promise<void> {
  const by = shown.value.flatMap(({ host: { id, identity } }) =>
    identity ? [{ hostId: id, identityId: identity.id }] : [],
  );
  const isKept = ({ token, host }: Row) => kept.value.has(keyOf(token, host));
  const wanted = rows.value.filter((row) => !isKept(row));
  const ask = {
    hosts: by,
    typed,
    tokens: wanted.map(({ token, host }) => ({ hostId: host.id, tokenId: token.id })),
    kept: rows.value.filter(isKept).map(({ token, host }) => keptAs(token, host)),
  };
  hush();
  await doing(word.value, () => call('revoke-all.start', ask));
}

/** Starts the worker where it was ended; it goes on by itself within a minute, and at once when it is asked. */
export async function wake(): Promise<void> {
  await call('revoke-all.continue', {});
}

/** Asks at once where it waits: somebody is there again, or the network is. */
export async function again(): Promise<void> {
  await call('revoke-all.again', {});
}

/** What a revoke-all is told that is under way or over: at once, whatever else this page is waiting for. */
const tell = (name: 'revoke-all.stop' | 'revoke-all.resume' | 'revoke-all.retry' | 'revoke-all.close') => async () => {
  hush();
  const told = await call(name, {});
  if (!told.ok) explain(told.failure, '');
};
export const stop = tell('revoke-all.stop');
export const resume = tell('revoke-all.resume');
export const retry = tell('revoke-all.retry');
export const close = tell('revoke-all.close');
