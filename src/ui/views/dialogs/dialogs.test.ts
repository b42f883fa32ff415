import { type ComponentProps, h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, test, vi } from 'vitest';
import { CONTOSO, FABRIKAM, NEVER_SEEN, SERVER } from '../../../../gallery/fixtures/hosts';
import { NOW } from '../../../../gallery/fixtures/now';
import { AFTER_THE_END } from '../../../../gallery/fixtures/rotations';
import { ACTIVE, FULL, GLOBAL, row, SHARED } from '../../../../gallery/fixtures/tokens';
import { nothing } from '../../../../gallery/story';
import { drawnIn, given } from '../../../../test/given';
import { propsOf } from '../../../../test/home-seen';
import { endOf } from '../../../core/draft';
import { limitsAt } from '../../../core/minting/expectation';
import { PRESETS } from '../../../core/purposes/built-in';
import { FULL_ACCESS } from '../../../core/scopes/full-access';
import { message as m } from '../../../platform/message';
import type { Checkbox } from '../../components/fields/field';
import type { Dialog } from '../../components/frames/dialog';
import { dayInWords } from '../../words/when';
import { ConfirmRevoke } from './confirm-revoke';
import { EditToken } from './edit-token';
import { ExtendToken } from './extend-token';
import { ReplaceToken } from './replace-token';
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

test('the second half of a double click confirms nothing: it may be about what nobody has read yet', () => {
  const onRevoke = vi.fn();
  const parts = drawnIn(h(ConfirmRevoke, { ...asIs, onRevoke }));
  const [revoke = expect.fail('it is there')] = parts.filter(({ type }) => type === 'button');
  const { onClick } = propsOf<{ onClick: (event: { detail: number }) => void }>(revoke);
  onClick({ detail: 2 });
  expect(onRevoke).not.toHaveBeenCalled();
  onClick({ detail: 1 });
  onClick({ detail: 0 }); // by a key
  expect(onRevoke).toHaveBeenCalledTimes(2);
});

test('a rotation keeps the old token until the user says otherwise', () => {
  const onRotate = vi.fn();
  const dialog = h(RotateToken, { ...asIs, purposes: [], wanted: '', answered: undefined, onRotate });
  given<ComponentProps<typeof Dialog>>(dialog, 'onSubmit').onSubmit();
  expect(onRotate.mock.calls).toMatchObject([[{ keep: 'until-confirmed' }]]);
});

test.each([
  ['in one organization has nothing to lose', row(ACTIVE), null],
  ['in two organizations loses the other', row(SHARED), m('rotate_elsewhere', FABRIKAM.name)],
  ['in two collections loses the other', row(SHARED, { host: SERVER }), m('rotate_elsewhere', SERVER.name)],
  [
    'in all collections loses the others',
    row({ ...ACTIVE, inAllCollections: true }, { host: SERVER }),
    m('rotate_narrower', SERVER.name),
  ],
])('before a rotation, a token that works %s: that is said', (_, of, said) => {
  const asks = { ...asIs, row: of, purposes: [], wanted: '', answered: undefined, onRotate: nothing };
  const parts = drawnIn(h(RotateToken, asks)).map((part) => propsOf<{ class?: string; children: unknown }>(part));
  const warnings = parts.filter((props) => props?.class === 'hint warning');
  expect(warnings.map(({ children }) => children)).toEqual(said === null ? [] : [said]);
});

test('a narrower token is asked for with the scopes of the purpose that is chosen, and not of another one', () => {
  const onRotate = vi.fn();
  const [, wanted = expect.fail('there are two')] = PRESETS;
  const asks = { ...asIs, row: row(FULL), purposes: PRESETS, wanted: wanted.id, answered: undefined, onRotate };
  given<ComponentProps<typeof Dialog>>(h(RotateToken, asks), 'onSubmit').onSubmit();
  expect(onRotate.mock.calls).toMatchObject([[{ scopes: wanted.scopes }]]);
});

test.each([
  ['extend_shorter', 7],
  ['extend_explain', 90],
] as const)('before a token gets another end both are said, and whether that is sooner: %s', (says, days) => {
  const lifetime = { days };
  const refused = { failure: { kind: 'invalid', field: 'name', reason: '' }, asked: { lifetime } } as const;
  const seen = renderToString(h(ExtendToken, { ...asIs, refused, onExtend: nothing }));
  expect(seen).toContain(m(says, dayInWords(ACTIVE.expiresAt), dayInWords(endOf(lifetime, NOW))));
});

describe('in the place of a token for all organizations', () => {
  const onReplace = vi.fn();
  const dialog = (now = NOW) =>
    h(ReplaceToken, {
      ...{ ...asIs, row: row(GLOBAL, { now }), places: [FABRIKAM, CONTOSO, NEVER_SEEN], limitsOf: () => limits },
      ...{ answered: { keep: 'until-confirmed', places: [CONTOSO.id] }, onOpen: nothing, onReplace },
    });

  test('those organizations get one that are checked, and one in which nobody was seen cannot be', () => {
    const boxes = drawnIn(dialog()).flatMap(({ props }) =>
      'onChange' in props && 'checked' in props ? [props as unknown as ComponentProps<typeof Checkbox>] : [],
    );
    const states = new Map(boxes.map(({ label, checked, disabled }) => [label, { checked, disabled }]));
    expect(states.get('fabrikam')).toEqual({ checked: false, disabled: false });
    expect(states.get('contoso')).toEqual({ checked: true, disabled: false });
    expect(states.get(NEVER_SEEN.name)).toEqual({ checked: false, disabled: true });
    given<ComponentProps<typeof Dialog>>(dialog(), 'onSubmit').onSubmit();
    expect(onReplace).toHaveBeenCalledExactlyOnceWith([CONTOSO], expect.anything());
  });

  test.each([
    ['works on', NOW, 'replace_old_stays'],
    ['is over', AFTER_THE_END, 'replace_old_is_over'],
  ] as const)('it is said that the old one %s', (_, now, says) => {
    expect(renderToString(dialog(now))).toContain(m(says));
  });
});
