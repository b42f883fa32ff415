import { type ComponentProps, h } from 'preact';
import { expect, test, vi } from 'vitest';
import { NOW } from '../../../../gallery/fixtures/now';
import { ACTIVE, row } from '../../../../gallery/fixtures/tokens';
import { nothing } from '../../../../gallery/story';
import { given } from '../../../../test/given';
import { limitsAt } from '../../../core/minting/expectation';
import { FULL_ACCESS } from '../../../core/scopes/full-access';
import type { Dialog } from '../../components/frames/dialog';
import { EditToken } from './edit-token';
import { RotateToken } from './rotate-token';

const limits = limitsAt(null, '', NOW);
const asIs = { row: row(ACTIVE), alike: false, busy: false, limits, refused: null, onClose: nothing };

test.each([
  ['full access, without the word that is typed for it, is not saved', [FULL_ACCESS], true],
  ['other scopes are', ['vso.code'], false],
])('of a token that there is, %s', (_, scopes, disabled) => {
  const failure = { kind: 'invalid', field: 'name', reason: '' } as const;
  const dialog = h(EditToken, { ...asIs, refused: { failure, asked: { scopes } }, onSave: nothing });
  expect(given<ComponentProps<typeof Dialog>>(dialog, 'deed').disabled).toBe(disabled);
});

test('a rotation keeps the old token until the user says otherwise', () => {
  const onRotate = vi.fn();
  const dialog = h(RotateToken, { ...asIs, purposes: [], wanted: '', answered: undefined, onRotate });
  given<ComponentProps<typeof Dialog>>(dialog, 'onSubmit').onSubmit();
  expect(onRotate.mock.calls).toMatchObject([[{ keep: 'until-confirmed' }]]);
});
