import type { Row } from '../on-screen';
import { act } from '../stores/acts';
import { own } from '../stores/watching';
import { StrangerCard } from '../views/cards/stranger-card';

/** A token that somebody else has made, with what the user can say to it. */
export function Stranger({ row }: { row: Row }) {
  return <StrangerCard row={row} onOwn={own} onRevoke={(each) => act('revoke', each)} />;
}
