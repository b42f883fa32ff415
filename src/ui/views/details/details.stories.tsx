import type { ComponentProps } from 'preact';
import { CONTOSO, FABRIKAM, PAUL, SERVER } from '../../../../gallery/fixtures/hosts';
import { NOW } from '../../../../gallery/fixtures/now';
import { EVERYWHERE } from '../../../../gallery/fixtures/rotations';
import { ACTIVE, EXPIRING, FEW, row, SHARED, STRANGE, token, WIDE } from '../../../../gallery/fixtures/tokens';
import { nothing, screens } from '../../../../gallery/story';
import { DAY } from '../../../core/duration';
import type { Told } from '../../../core/reminders/told';
import { FULL_ACCESS } from '../../../core/scopes/full-access';
import type { Row } from '../../on-screen';
import { RotationCard } from '../cards/rotation-card';
import { Details } from './details';
import { Reminding } from './reminding';

type Props = ComponentProps<typeof Details>;

const details =
  (of: Row, told: Partial<Props> = {}) =>
  () => <Details row={of} rotation={null} own={[]} onCopyId={nothing} onAct={nothing} onBack={nothing} {...told} />;

const told: Told = {
  tokenId: EXPIRING.id,
  hostId: FABRIKAM.id,
  identityId: PAUL.id,
  expiresAt: EXPIRING.expiresAt ?? NOW,
  steps: [14, 7, 1],
  at: NOW - DAY,
  shown: true,
  snoozedUntil: null,
  silenced: false,
};

const reminding = (of?: Told, isRenewed = false) => (
  <Reminding
    row={row(EXPIRING)}
    days={[14, 7, 1, 0]}
    told={of}
    isRenewed={isRenewed}
    localNow={NOW}
    onAnswer={nothing}
  />
);

const rotation = (
  <RotationCard
    rotation={EVERYWHERE}
    now={NOW}
    clockSkew={0}
    busy={false}
    onEnd={nothing}
    onMake={nothing}
    onLeaveOut={nothing}
    onDismiss={nothing}
  />
);

export const stories = screens('popup', {
  'wider than its name says': details(row(token({ name: 'npm restore', scopes: [FULL_ACCESS] }))),
  'wider than any purpose needs': details(row(WIDE)),
  'of a token that its tool makes anew': details(row(ACTIVE), { children: reminding(undefined, true) }),
  'of one that nobody may have used': details(row(token({ createdAt: NOW - 200 * DAY }))),
  ...Object.fromEntries(FEW.map((each) => [`of ${each.name || 'no name'}`, details(row(each))])),
  ...Object.fromEntries(STRANGE.map((each, index) => [`strange name ${index + 1}`, details(row(each))])),
  'of one that works elsewhere too': details(row(SHARED)),
  'on a server': details(row(EXPIRING, { host: SERVER, update: 'no-such-call' })),
  'where the call is closed': details(row(EXPIRING, { host: CONTOSO, update: 'closed' })),
  'where nobody has looked': details(row(EXPIRING, { update: 'unknown' })),
  'in a rotation': details(row(EXPIRING, { role: { is: 'old', others: ['a new one'] } }), { rotation }),
  'with a reminder that is due': details(row(EXPIRING), { children: reminding() }),
  'with a reminder asleep': details(row(EXPIRING), { children: reminding({ ...told, snoozedUntil: NOW + DAY }) }),
  'with no reminders any more': details(row(EXPIRING), { children: reminding({ ...told, silenced: true }) }),
});
