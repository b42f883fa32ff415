import { act } from '../deeds/acts';
import { own } from '../deeds/reminders';
import type { Row } from '../on-screen';
import { StrangerCard } from '../views/cards/stranger-card';

/** A token that somebody else has made, with what the user can say to it. */
export function Stranger({ row }: { row: Row }) {
  return (
    <StrangerCard
      row={row}
      onOwn={(each) => own(each, false)}
      onOwnAlways={(each) => own(each, true)}
      onRevoke={(each) => act('revoke', each)}
    />
  );
}
