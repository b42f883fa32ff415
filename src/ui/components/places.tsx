import type { Row } from '../on-screen';
import { wideStates } from '../words/text';
import { Name } from './name';

/** Where a token works: in the organization that lists it, and how far beyond; what works in all is of none. */
export function Places({ row: { token, host } }: { row: Pick<Row, 'token' | 'host'> }) {
  const words = wideStates(token).map(({ word }) => word);
  if (token.organizationIds === null) return <>{words}</>;
  return (
    <>
      <Name of={host.name} />
      {words.map((word) => ` · ${word}`)}
    </>
  );
}
