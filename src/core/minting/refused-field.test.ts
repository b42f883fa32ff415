import { expect, test } from 'vitest';
import type { Failure } from '../result';
import { fieldOf, stillRefused } from './refused-field';

test.each<[Failure, string | undefined]>([
  [{ kind: 'invalid', field: 'name', reason: 'invalidDisplayName' }, 'name'],
  [{ kind: 'invalid', field: 'expiry', reason: 'invalidValidTo' }, 'lifetime'],
  [{ kind: 'invalid', field: 'scopes', reason: 'invalidScope' }, 'scopes'],
  [{ kind: 'policy', policy: 'patLifespanPolicyViolation' }, 'lifetime'],
  [{ kind: 'policy', policy: 'fullScopePatPolicyViolation' }, 'scopes'],
  [{ kind: 'policy', policy: 'disablePatCreationPolicyViolation' }, undefined],
  [{ kind: 'invalid', field: 'decided', reason: 'lifetime' }, 'lifetime'],
  [{ kind: 'invalid', field: 'decided', reason: 'rounding' }, 'lifetime'],
  [{ kind: 'invalid', field: 'decided', reason: 'full-access' }, 'scopes'],
  [{ kind: 'invalid', field: 'decided', reason: 'no-lifetime' }, undefined],
  [{ kind: 'invalid', field: 'decided', reason: 'purpose' }, undefined],
  [{ kind: 'invalid', field: 'request', reason: 'invalidSource' }, undefined],
  [{ kind: 'timeout' }, undefined],
])('%j is about %s', (failure, field) => {
  expect(fieldOf(failure)).toBe(field);
});

test('a field is refused until it is changed, whatever becomes of the others', () => {
  const asked = { name: 'n', scopes: ['vso.code'], lifetime: { days: 365 } };
  const refused = { failure: { kind: 'policy', policy: 'patLifespanPolicyViolation' } as const, asked };
  expect(stillRefused(refused, { ...asked, name: 'other' })).toBe('lifetime');
  expect(stillRefused(refused, { ...asked, lifetime: { days: 30 } })).toBeUndefined();
});
