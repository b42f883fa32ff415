import { expect, test } from 'vitest';
import type { KnownHost } from '../../core/host';
import type { Rotation } from '../../core/rotation/state';
import { type Token, TokenId } from '../../core/token';
import { rotationMaking, rotations } from './rotations';

const host = { id: 'services:fabrikam', kind: 'services', identity: { id: 'me', name: '' } } as KnownHost;
const token = {
  id: TokenId.parse('8d3f6a52-1c7b-4e0a-9f63-5b2d7c4e8a10'),
  name: 'ci 2026-11-27 mzgxf',
  organizationIds: ['one'],
} as unknown as Token;
const making = (name: string, hostId = 'services:fabrikam', state = 'creating') =>
  ({
    old: { hostId, tokenId: '00000000-1c7b-4e0a-9f63-5b2d7c4e8a10', name: 'ci' },
    parts: [{ hostId, name, progress: { state } }],
    stage: { state: 'open' },
  }) as unknown as Rotation;

test('a token is known as one of its rotation before that is written down: what was copied counts, and it is taken back with it', () => {
  const its = making(token.name);
  rotations.value = [making('another'), making(token.name, 'services:contoso'), its];
  expect(rotationMaking(token, host)).toBe(its);
  rotations.value = [making(token.name, 'services:fabrikam', 'failed')];
  expect(rotationMaking(token, host)).toBeUndefined();
});
