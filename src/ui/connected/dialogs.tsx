import { Fragment } from 'preact';
import { keyOf } from '../../core/names/token-key';
import { adviceOn, narrowerPurposes } from '../../core/narrower/advice';
import type { AnyPurpose } from '../../core/purposes/purposes';
import { sameScopes } from '../../core/scope-id';
import { inBackground } from '../../platform/log';
import { hasLookAlike } from '../components/token-facts';
import { edit, extend } from '../deeds/changes';
import { revoke } from '../deeds/revokes';
import { lookWhoIsThere, rotate } from '../deeds/rotations';
import { later } from '../later';
import type { Row } from '../on-screen';
import { type Asked, asked, stopAsking } from '../stores/asked';
import { busy } from '../stores/busy';
import { hosts } from '../stores/hosts';
import { limitsOf } from '../stores/limits';
import { purposes as ownPurposes } from '../stores/purposes';
import { everyRow } from '../stores/readings';
import { ConfirmRevoke } from '../views/dialogs/confirm-revoke';

const ExtendToken = later(
  () => import('../views/dialogs/extend-token'),
  ({ ExtendToken }) => ExtendToken,
);
const EditToken = later(
  () => import('../views/dialogs/edit-token'),
  ({ EditToken }) => EditToken,
);
const RotateToken = later(
  () => import('../views/dialogs/rotate-token'),
  ({ RotateToken }) => RotateToken,
);
const ReplaceToken = later(
  () => import('../views/dialogs/replace-token'),
  ({ ReplaceToken }) => ReplaceToken,
);

/** A token, and whether another one of any host can be taken for it. */
const about = (row: Row) => ({ row, alike: hasLookAlike(row, everyRow()) });

/** The same for what is one deed at a time; a revoke waits for none. */
const toChange = (row: Row) => ({ ...about(row), busy: busy.value });

function Replacing(question: Asked) {
  return (
    <ReplaceToken
      {...toChange(question.row)}
      refused={question.refused ?? null}
      answered={question.answered}
      limitsOf={limitsOf}
      places={hosts.value.filter(({ kind }) => kind === 'services')}
      onOpen={() => inBackground('who is there', lookWhoIsThere())}
      onReplace={(places, lifetime) => rotate(question, { keep: 'until-confirmed', lifetime }, places)}
      onClose={stopAsking}
    />
  );
}

function Rotating({ question, purposes }: { question: Asked; purposes: AnyPurpose[] }) {
  const { row, refused, answered } = question;
  const before = purposes.find(({ scopes }) => answered?.scopes && sameScopes(scopes, answered.scopes));
  return (
    <RotateToken
      {...toChange(row)}
      limits={limitsOf(row.host)}
      purposes={purposes}
      wanted={(before ?? adviceOn(row, { own: ownPurposes.value.own })?.purpose)?.id ?? ''}
      refused={refused ?? null}
      answered={answered}
      onRotate={(wanted) => rotate(question, wanted)}
      onClose={stopAsking}
    />
  );
}

const dialogs = {
  extend: ({ row, refused }: Asked) => (
    <ExtendToken
      {...toChange(row)}
      limits={limitsOf(row.host)}
      refused={refused ?? null}
      onExtend={(to) => extend(row, to)}
      onClose={stopAsking}
    />
  ),
  rotate: (question: Asked) => <Rotating question={question} purposes={[]} />,
  narrow: (question: Asked) => (
    <Rotating question={question} purposes={narrowerPurposes(question.row.token, ownPurposes.value.own)} />
  ),
  replace: (question: Asked) => <Replacing {...question} />,
  edit: ({ row, refused }: Asked) => (
    <EditToken
      {...toChange(row)}
      limits={limitsOf(row.host)}
      refused={refused ?? null}
      onSave={(change) => edit(row, change)}
      onClose={stopAsking}
    />
  ),
  revoke: ({ row }: Asked) => <ConfirmRevoke {...about(row)} onRevoke={revoke} onClose={stopAsking} />,
  duplicate: () => null, // asks on a screen of its own
};

/** The question that is asked about a token, if there is one: above whatever screen is shown. */
export function Dialogs() {
  const question = asked.value;
  if (!question) return null;
  const { action, row, refused } = question;
  // What was filled in for one question must not stand in the next.
  const key = `${action} ${keyOf(row.token, row.host)} ${refused !== undefined}`;
  return <Fragment key={key}>{dialogs[action](question)}</Fragment>;
}
