import { later } from '../../later';
import type { ShownList } from '../../on-screen';
import { type ListProps, TokenList } from './token-list';

export type TokensProps = Omit<ListProps, 'complete' | 'showsHost'> & {
  shown: ShownList[];
  says: string;
  onRefresh: () => void;
};

const Instead = later(
  () => import('./instead'),
  ({ Instead }) => Instead,
);

/** The list, or what stands in its place until there is one. */
export function Tokens(props: TokensProps) {
  const { shown, counts, says } = props;
  const known = shown.filter(({ snapshot }) => snapshot !== null);
  if (counts.all > 0) {
    const complete = known.length === shown.length && known.every(({ snapshot }) => snapshot?.complete);
    return (
      <>
        {says && <p class="hint as-of">{says}</p>}
        <TokenList {...props} complete={complete} showsHost={shown.length > 1} />
      </>
    );
  }
  return <Instead {...props} isKnown={known.length > 0} />;
}
