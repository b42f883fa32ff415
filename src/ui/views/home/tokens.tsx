import { message as m } from '../../../platform/message';
import { later } from '../../later';
import type { ShownList } from '../../on-screen';
import { whenInWords } from '../../words/distance';
import { type ListProps, TokenList } from './token-list';

export type TokensProps = Omit<ListProps, 'complete' | 'showsHost'> & {
  shown: ShownList[];
  asOf: number | null;
  localNow: number;
  onRefresh: () => void;
};

const Instead = later(async () => (await import('./instead')).Instead);

/** The list, or what stands in its place until there is one. */
export function Tokens(props: TokensProps) {
  const { shown, counts, asOf } = props;
  const known = shown.filter(({ snapshot }) => snapshot !== null);
  if (counts.all > 0) {
    const complete = known.length === shown.length && known.every(({ snapshot }) => snapshot?.complete);
    return (
      <>
        {asOf !== null && <p class="hint as-of">{m('list_as_of', whenInWords(asOf, props.localNow))}</p>}
        <TokenList {...props} complete={complete} showsHost={shown.length > 1} />
      </>
    );
  }
  return <Instead {...props} isKnown={known.length > 0} />;
}
