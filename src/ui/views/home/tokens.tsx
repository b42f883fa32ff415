import { nameOf } from '../../../platform/in-words/people';
import { message as m } from '../../../platform/message';
import { Title } from '../../components/title';
import type { ShownList } from '../../on-screen';
import { whenInWords } from '../../words/distance';
import { type ListProps, NewToken, TokenList } from './token-list';

type Props = Omit<ListProps, 'complete' | 'showsHost'> & {
  shown: ShownList[];
  asOf: number | null;
  localNow: number;
  onRefresh: () => void;
};

/** As high as the rows that come in its place. */
function Skeleton() {
  return (
    <>
      <p class="unseen">{m('list_loading')}</p>
      <div class="skeleton" aria-hidden="true">
        {[72, 54, 63].map((width) => (
          <div key={width}>
            <i style={{ width: `${width}%` }} />
            <i style={{ width: `${width - 20}%` }} />
          </div>
        ))}
      </div>
    </>
  );
}

/** There is a list, and nothing in it. */
function Empty(props: Props) {
  const [only] = props.shown.length === 1 ? props.shown : [];
  return (
    <div class="empty">
      <p>{only ? m('list_empty_in', nameOf(only.host)) : m('list_empty')}</p>
      {!props.isOld && <NewToken {...props} />}
    </div>
  );
}

/** What stands in the place of the list while nothing is known of it. */
function Unknown(props: Props) {
  if (props.refreshing) return <Skeleton />;
  if (props.shown.some(({ failure }) => failure !== null)) return null;
  return (
    <div class="empty">
      <button type="button" onClick={props.onRefresh}>
        {m('try_again')}
      </button>
    </div>
  );
}

/** The list, or what stands in its place until there is one. */
export function Tokens(props: Props) {
  const { shown, rows, asOf, isOld } = props;
  const known = shown.filter(({ snapshot }) => snapshot !== null);
  if (rows.length > 0) {
    const complete = known.length === shown.length && known.every(({ snapshot }) => snapshot?.complete);
    return (
      <>
        {asOf !== null && <p class="hint as-of">{m('list_as_of', whenInWords(asOf, props.localNow))}</p>}
        <TokenList {...props} complete={complete} showsHost={shown.length > 1} />
      </>
    );
  }
  const isHidden = isOld && known.length === 0;
  return (
    <section class="tokens">
      <div class="bar">
        <Title class={isHidden ? 'unseen' : ''}>{m('tokens')}</Title>
        {known.length === 0 && !isOld && <NewToken {...props} />}
      </div>
      {known.length > 0 ? <Empty {...props} /> : <Unknown {...props} />}
    </section>
  );
}
