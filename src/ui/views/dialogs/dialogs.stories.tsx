import { After, fill, press } from '../../../../gallery/deeds';
import { ALL, SERVER, services } from '../../../../gallery/fixtures/hosts';
import { NOW } from '../../../../gallery/fixtures/now';
import { AFTER_THE_END } from '../../../../gallery/fixtures/rotations';
import {
  ACTIVE,
  FULL,
  GLOBAL,
  NO_DATE,
  row,
  SHARED,
  STRANGE,
  UNKNOWN_SCOPES,
  UNNAMED,
  WIDE,
} from '../../../../gallery/fixtures/tokens';
import { nothing, parts } from '../../../../gallery/story';
import type { Change } from '../../../core/change';
import { limitsAt } from '../../../core/minting/expectation';
import type { Believed } from '../../../core/minting/limits';
import type { Refused } from '../../../core/minting/refused-field';
import { narrowerPurposes } from '../../../core/narrower/advice';
import { FULL_ACCESS } from '../../../core/scopes/full-access';
import type { Row } from '../../on-screen';
import { ConfirmRevoke } from './confirm-revoke';
import { EditToken } from './edit-token';
import { ExtendToken } from './extend-token';
import { ReplaceToken } from './replace-token';
import { RotateToken } from './rotate-token';

const longest = row(STRANGE.at(-2) ?? ACTIVE);
const another = services('with-another-account', {
  id: '44444444-4444-4444-8444-444444444444',
  name: 'paulk@contoso.example',
});

const nobodyKnows = limitsAt(null, '', NOW);
/** An organization that was found to grant no more than 30 days. */
const thirtyDays = { ...nobodyKnows, cut: { days: 30, at: NOW } };
/** An administrator has decided it, and against full access. */
const decided: Believed = { ...nobodyKnows, decided: { longestDays: 30, noFullAccess: true } };

const revoke = (of: Row, alike = false) => (
  <ConfirmRevoke row={of} alike={alike} onRevoke={nothing} onClose={nothing} />
);
const extend = (of: Row, refused: Refused | null = null, limits: Believed = nobodyKnows) => (
  <ExtendToken
    row={of}
    alike={false}
    busy={false}
    limits={limits}
    refused={refused}
    onExtend={nothing}
    onClose={nothing}
  />
);
const unanswered = {
  busy: false,
  refused: null,
  answered: undefined,
  alike: false,
  onRotate: nothing,
  onClose: nothing,
};
const rotate = (of: Row, limits: Believed = nobodyKnows, refused: Refused | null = null) => (
  <RotateToken {...unanswered} row={of} limits={limits} purposes={[]} wanted="" refused={refused} />
);
const narrow = (of: Row, wanted: string) => (
  <RotateToken {...unanswered} row={of} limits={nobodyKnows} purposes={narrowerPurposes(of.token)} wanted={wanted} />
);
const edit = (of: Row, refused: Refused | null = null, limits: Believed = nobodyKnows, busy = false) => (
  <EditToken row={of} alike={false} busy={busy} limits={limits} refused={refused} onSave={nothing} onClose={nothing} />
);
const replace = (of: Row, places = [...ALL.filter(({ kind }) => kind === 'services'), another]) => (
  <ReplaceToken
    row={of}
    places={places}
    alike={false}
    busy={false}
    refused={null}
    answered={undefined}
    limitsOf={() => nobodyKnows}
    onOpen={nothing}
    onReplace={nothing}
    onClose={nothing}
  />
);

const tooLong: Refused = {
  failure: { kind: 'policy', policy: 'patLifespanPolicyViolation' },
  asked: { lifetime: { days: 365 } },
};
const decidedAgainst = (reason: string, asked: Change): Refused => ({
  failure: { kind: 'invalid', field: 'decided', reason },
  asked,
});

export const stories = parts('popup', {
  'extend: refused': () => extend(row(ACTIVE), tooLong),
  'rotate: refused': () => rotate(row(ACTIVE), nobodyKnows, tooLong),
  'edit: refused': () =>
    edit(row(ACTIVE), { failure: { kind: 'invalid', field: 'name', reason: '' }, asked: { name: 'not this one' } }),
  'Revoke?': () => revoke(row(ACTIVE)),
  'Revoke? Another one looks the same': () => revoke(row(ACTIVE), true),
  ...Object.fromEntries(STRANGE.map((each, index) => [`Revoke? A strange name ${index + 1}`, () => revoke(row(each))])),
  'Rotate: narrower': () => narrow(row(FULL), 'packages'),
  'Rotate: narrower, for no purpose yet': () => narrow(row(WIDE), ''),
  Extend: () => extend(row(ACTIVE)),
  'Extend: shorter than it is': () => <After deeds={[fill('lifetime', '1')]}>{extend(row(FULL))}</After>,
  'Extend: no more than is decided': () => extend(row(FULL), null, decided),
  'Extend: longer than is decided': () =>
    extend(row(ACTIVE), decidedAgainst('lifetime', { lifetime: { days: 90 } }), decided),
  'Extend: until a day': () => <After deeds={[fill('lifetime', 'custom')]}>{extend(row(ACTIVE))}</After>,
  'Extend: no end told': () => extend(row(NO_DATE)),
  'Extend: the longest name': () => extend(longest),
  Rotate: () => rotate(row(ACTIVE)),
  'Rotate: works in another organization too': () => rotate(row(SHARED)),
  'Rotate: no more than 30 days are granted': () => rotate(row(FULL), thirtyDays),
  'Rotate: full access, which is decided against': () => rotate(row(FULL), decided),
  'Rotate: for a week': () => <After deeds={[fill('keep_old', 'for-a-week')]}>{rotate(row(ACTIVE))}</After>,
  'Rotate: the longest name': () => rotate(longest),
  Edit: () => edit(row(ACTIVE)),
  'Edit: changed, while another deed is under way': () => (
    <After deeds={[fill('name', 'another name')]}>{edit(row(ACTIVE), null, nobodyKnows, true)}</After>
  ),
  'Edit: no name, no scopes': () => edit(row(UNNAMED)),
  'Edit: full access': () => edit(row(FULL)),
  'Edit: to full access, which is decided against': () =>
    edit(row(ACTIVE), decidedAgainst('full-access', { name: 'another name', scopes: [FULL_ACCESS] }), decided),
  'Edit: for longer than is decided': () => (
    <After deeds={[fill('lifetime', 'custom')]}>{edit(row(WIDE), null, decided)}</After>
  ),
  'Edit: to full access': () => <After deeds={[press('full_access')]}>{edit(row(WIDE))}</After>,
  'Edit: unknown scopes': () => edit(row(UNKNOWN_SCOPES)),
  'Edit: on a server': () => edit(row(WIDE, { host: SERVER })),
  'Edit: the longest name': () => edit(longest),
  Replace: () => replace(row(GLOBAL)),
  'Replace: it works no more': () => replace(row(GLOBAL, { now: AFTER_THE_END })),
  'Replace: nowhere to': () => replace(row(GLOBAL), []),
  'Replace: the longest name': () => replace(longest),
});
