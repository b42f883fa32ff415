import { asksForPause } from '../../core/failure-meaning';
import type { Failure } from '../../core/result';
import type { Journal, Reason, RevokeAllEntry } from '../../core/revoke-all/journal';
import { listInWords } from '../../platform/in-words/sequence';
import { type MessageKey, message as m } from '../../platform/message';
import type { Shown } from '../on-screen';
import { whenInWords } from './distance';
import { failureText } from './failures';

type State = RevokeAllEntry['state'];

/** Before the server's own list agrees, an answer to a request says nothing of a token. */
const beforeList = {
  planned: 'revoke_all_state_planned',
  sent: 'revoke_all_state_sent',
  revoked: 'revoke_all_state_unconfirmed',
  gone: 'revoke_all_state_unconfirmed',
  failed: 'revoke_all_state_failed',
  unknown: 'revoke_all_state_unconfirmed',
} as const satisfies Record<State, MessageKey>;

/** What was planned and never sent by then was kept meanwhile. */
const byList = {
  ...beforeList,
  planned: 'revoke_all_state_kept',
  revoked: 'revoke_all_state_revoked',
  gone: 'revoke_all_state_gone',
} as const satisfies Record<State, MessageKey>;

/** What has become of a token; `isListed`: by a fresh list. */
export const stateText = (state: State, isListed: boolean) => m((isListed ? byList : beforeList)[state]);

export const reasonKeys = {
  'still-active': 'revoke_all_reason_still_active',
  'given-up': 'revoke_all_reason_given_up',
  'not-found': 'revoke_all_reason_not_found',
  unsupported: 'revoke_all_reason_unsupported',
  throttled: 'revoke_all_reason_throttled',
  offline: 'revoke_all_reason_offline',
  timeout: 'revoke_all_reason_timeout',
  misfit: 'revoke_all_reason_misfit',
  unexpected: 'revoke_all_reason_unexpected',
  'signed-out': 'revoke_all_reason_signed_out',
  refused: 'revoke_all_reason_refused',
  forbidden: 'revoke_all_reason_forbidden',
  policy: 'revoke_all_reason_policy',
  interrupted: 'revoke_all_reason_interrupted',
} as const satisfies Record<Reason, MessageKey>;

type JournalHost = Journal['hosts'][number];

const nameOf = ({ hostId }: JournalHost, shown: Shown[]) =>
  shown.find(({ host }) => host.id === hostId)?.host.name ?? m('your_organization');

function troubleText(host: JournalHost, trouble: Failure, name: string, now: number): string {
  if (trouble.kind === 'signed-out') return m('revoking_signed_out', name, host.identity.name);
  if (trouble.kind === 'offline' || trouble.kind === 'timeout') return m('revoking_offline', name);
  if (asksForPause(trouble)) return m('revoking_pause', whenInWords(Math.max(trouble.until, host.pausedUntil), now));
  return m('revoking_wait', name, failureText(trouble, { host: name, now }));
}

/** What a revoke-all waits for, a sentence for each host that keeps it waiting. */
export function waitTexts({ hosts }: Journal, shown: Shown[], now: number): string[] {
  return hosts.flatMap((host) => {
    if (host.trouble) return troubleText(host, host.trouble, nameOf(host, shown), now);
    // Shorter pauses are over before they are read.
    return host.pausedUntil > now + 2_000 ? m('revoking_pause', whenInWords(host.pausedUntil, now)) : [];
  });
}

/** Why it was stopped, if not by the user. */
export function stopText({ stoppedBy, hosts }: Journal, shown: Shown[], now: number): string {
  if (stoppedBy === null) return m('stopped_explain');
  if (stoppedBy.kind === 'wrong-identity') return m('stopped_identity', stoppedBy.expected, stoppedBy.found);
  const names = listInWords(hosts.map((host) => nameOf(host, shown)));
  return m('stopped_failure', failureText(stoppedBy, { host: names, now }));
}
