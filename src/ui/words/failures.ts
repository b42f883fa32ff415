import { type Failure, OWN_DETAILS } from '../../core/result';
import { inSequence } from '../../platform/in-words/sequence';
import { type MessageKey, message as m, wordsFor } from '../../platform/message';
import { whenInWords } from './distance';

type Of<K extends Failure['kind']> = Extract<Failure, { kind: K }>;

/** The rules that have a sentence of their own, by the server's word for them. */
const policies = [
  'fullScopePatPolicyViolation',
  'patLifespanPolicyViolation',
  'globalPatPolicyViolation',
  'globalPATCreationBlocked',
  'disablePatCreationPolicyViolation',
  'failedToReadTenantPolicy',
  'failedToReadOrgPolicy',
  'conditionalAccess',
] as const;

/** By field and reason, else by field alone. */
const invalids: Readonly<Record<string, MessageKey>> = {
  name: 'fail_invalid_name',
  'name:empty': 'fail_invalid_name_empty',
  scopes: 'fail_invalid_scopes',
  'scopes:empty': 'fail_invalid_scopes_empty',
  expiry: 'fail_invalid_expiry',
  'expiry:expired': 'fail_invalid_expiry_expired',
  'expiry:expiredPatCannotBeExtended': 'fail_invalid_expiry_expired',
  'expiry:past': 'fail_invalid_expiry_past',
  'expiry:too-long': 'fail_invalid_expiry_too_long',
  'purpose:gone': 'fail_invalid_purpose_gone',
  'token:gone': 'fail_invalid_token_gone',
  'token:rotating': 'fail_invalid_token_rotating',
  'address:empty': 'fail_invalid_address_empty',
  'address:malformed': 'fail_invalid_address_malformed',
  'address:no-server': 'fail_invalid_address_no_server',
  'address:no-collection': 'fail_invalid_address_no_collection',
  'address:hosted': 'fail_invalid_address_hosted',
  'address:too-old': 'fail_invalid_address_too_old',
  'address:https': 'fail_invalid_address_https',
  'revoke-all:word': 'fail_revoke_all_word',
  'revoke-all:empty': 'fail_revoke_all_empty',
  'revoke-all:incomplete': 'fail_revoke_all_incomplete',
  'revoke-all:changed': 'fail_revoke_all_changed',
  'revoke-all:protected': 'fail_revoke_all_protected',
  'revoke-all:running': 'fail_revoke_all_running',
  'revoke-all:none': 'fail_revoke_all_none',
  'decided:full-access': 'fail_decided_full_access',
  'decided:lifetime': 'fail_decided_lifetime',
  'decided:rounding': 'fail_decided_rounding',
  'decided:no-lifetime': 'fail_decided_no_lifetime',
  'decided:purpose': 'fail_decided_purpose',
  'decided:plain-http': 'fail_decided_plain_http',
  'decided:settings': 'fail_decided_settings',
  'decided:organization': 'fail_decided_organization',
};

function policyText({ policy }: Of<'policy'>): string {
  const known = policies.find((each) => each === policy);
  return known ? m(`fail_policy_${known}`) : m('fail_policy', policy);
}

function invalidText({ field, reason }: Of<'invalid'>): string {
  const key = invalids[`${field}:${reason}`] ?? invalids[field];
  if (key) return m(key);
  return reason === '' ? m('fail_invalid_silent') : m('fail_invalid', reason);
}

const uncertain = {
  found: 'fail_uncertain_found',
  absent: 'fail_uncertain_absent',
  unread: 'fail_uncertain_unread',
} satisfies Record<Of<'uncertain'>['listed'], MessageKey>;

const detailInWords = (detail: string) =>
  OWN_DETAILS.some((own) => own === detail) ? wordsFor('detail', detail) : detail;

/** Where a sentence needs more than the failure: the host that it was about, as the user knows it, and the time. */
type Context = { host: string; now: number };

const texts: { [K in Failure['kind']]: (failure: Of<K>, context: Context) => string } = {
  'signed-out': (_, { host }) => m('fail_signed_out', host),
  'wrong-identity': ({ expected, found }) => m('fail_wrong_identity', expected, found),
  permission: ({ address }) => m('fail_permission', address),
  insecure: (_, { host }) => m('fail_insecure', host),
  refused: (_, { host }) => m('fail_refused', host),
  forbidden: ({ reason }, { host }) =>
    reason === undefined ? m('fail_forbidden', host) : m('fail_forbidden_reason', host, reason),
  between: (_, { host }) => m('fail_between', host),
  'not-found': (_, { host }) => m('fail_not_found', host),
  policy: policyText,
  invalid: invalidText,
  unsupported: ({ session }) => m(session === 'container' ? 'fail_in_container' : 'fail_unsupported'),
  throttled: ({ until }, { now }) =>
    until > now ? m('fail_throttled', whenInWords(until, now)) : m('fail_throttled_over'),
  offline: ({ origin }) => (origin === undefined ? m('fail_offline') : m('fail_offline_server', origin)),
  timeout: () => m('fail_timeout'),
  misfit: () => m('fail_misfit'),
  uncertain: ({ listed, name, detail }) => inSequence(m(uncertain[listed], name), detail && m('server_said', detail)),
  interrupted: () => m('fail_interrupted'),
  full: ({ by }) => (by === undefined ? m('fail_full_unknown') : m('fail_full', by)),
  unexpected: ({ detail }) =>
    m(/^5\d\d/.test(detail) ? 'fail_server_trouble' : 'fail_unexpected', detailInWords(detail)),
};

/** A failure as a sentence that says what happened and what to do. */
export function failureText<K extends Failure['kind']>(failure: Of<K>, context: Context): string {
  const text: (failure: Of<K>, context: Context) => string = texts[failure.kind as K]; // the table is indexed by its own kind
  return text(failure, context);
}
