import { expect, test } from 'vitest';
import { CONTOSO } from '../../../gallery/fixtures/hosts';
import { NOW } from '../../../gallery/fixtures/now';
import { row, token } from '../../../gallery/fixtures/tokens';
import { hasLookAlike } from './token-facts';

const meant = row(token({ name: 'ci-build' }));
const alike = { name: 'ci-bui1d' };

test.each([
  ['another token that works', true, row(token(alike))],
  ['one of another host', true, row(token(alike), { host: CONTOSO })],
  ['one of another name', false, row(token({ name: 'ci-deploy' }))],
  ['one that is revoked', false, row(token({ ...alike, revoked: true }))],
  ['one that is over', false, row(token({ ...alike, expiresAt: NOW }))],
  ['itself alone', false, row({ ...meant.token })],
])('a token is told apart from %s: %s', (_, expected, other) => {
  expect(hasLookAlike(meant, [meant, other])).toBe(expected);
});
