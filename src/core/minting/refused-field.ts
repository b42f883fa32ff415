import type { Change } from '../change';
import type { Failure } from '../result';

/** A field of a token that its user fills in. */
export type Field = keyof Change;

/** What a server, or an administrator's decision, refused, and what was asked for. */
export type Refused = { failure: Failure; asked: Change };

/** By field and reason, else by field alone. No other lifetime helps where none is allowed (`no-lifetime`). */
const OF_INVALID: Readonly<Record<string, Field>> = {
  name: 'name',
  scopes: 'scopes',
  expiry: 'lifetime',
  'decided:lifetime': 'lifetime',
  'decided:rounding': 'lifetime',
  'decided:full-access': 'scopes',
};
const OF_POLICY: Readonly<Record<string, Field>> = {
  patLifespanPolicyViolation: 'lifetime',
  fullScopePatPolicyViolation: 'scopes',
};

/** The one field that a failure is about, where it is about one: whoever changes it can try again. */
export function fieldOf(failure: Failure): Field | undefined {
  if (failure.kind === 'invalid') return OF_INVALID[`${failure.field}:${failure.reason}`] ?? OF_INVALID[failure.field];
  return failure.kind === 'policy' ? OF_POLICY[failure.policy] : undefined;
}

/** The field that was refused, as long as it is as it was then. */
export function stillRefused({ failure, asked }: Refused, fields: Change): Field | undefined {
  const field = fieldOf(failure);
  return field && JSON.stringify(fields[field]) === JSON.stringify(asked[field]) ? field : undefined;
}
