import { expect, test } from 'vitest';
import { CONTOSO, FABRIKAM } from '../../gallery/fixtures/hosts';
import { token } from '../../gallery/fixtures/tokens';
import { HostId } from './host';
import { keeping, keptAs, withoutKept } from './kept';

const elsewhere = HostId.parse('server:https://copy.example');
const own = token({ organizationIds: ['11111111-2222-4333-8444-555555555555'] });

test('a token is kept on its host, and none of the same id elsewhere', () => {
  const isKept = keeping([keptAs(own, FABRIKAM)]);
  expect(isKept({ hostId: FABRIKAM.id, tokenId: own.id })).toBe(true);
  expect(isKept({ hostId: elsewhere, tokenId: own.id })).toBe(false);
});

test('one that works everywhere, or of which only the id is known, is kept wherever it is found', () => {
  for (const kept of [keptAs({ ...own, organizationIds: null }, FABRIKAM), { hostId: null, tokenId: own.id }])
    expect(keeping([kept])({ hostId: elsewhere, tokenId: own.id })).toBe(true);
});

test('one that is kept no more takes none of the same id on another host with it', () => {
  const left = withoutKept([{ hostId: null, tokenId: own.id }], { token: own, host: FABRIKAM }, [FABRIKAM, CONTOSO]);
  expect(left).toEqual([{ hostId: CONTOSO.id, tokenId: own.id }]);
  expect(withoutKept(left, { token: own, host: FABRIKAM }, [FABRIKAM, CONTOSO])).toEqual(left);
  const everywhere = { token: { ...own, organizationIds: null }, host: FABRIKAM };
  expect(withoutKept([keptAs(everywhere.token, FABRIKAM)], everywhere, [FABRIKAM, CONTOSO])).toEqual([]);
});
