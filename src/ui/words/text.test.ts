import { expect, test } from 'vitest';
import { ACTIVE, GLOBAL, SHARED } from '../../../gallery/fixtures/tokens';
import { message as m } from '../../platform/message';
import { wideStates } from './text';

test.each([
  ['one organization', ACTIVE, []],
  ['two organizations, or collections', SHARED, [m('state_elsewhere')]],
  ['all organizations', GLOBAL, [m('state_global')]],
  ['all collections', { ...ACTIVE, inAllCollections: true as const }, [m('state_all_collections')]],
])('of a token for %s it is said how far that is', (_, token, words) => {
  expect(wideStates(token).map(({ word }) => word)).toEqual(words);
});
