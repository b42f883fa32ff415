import { nameOf } from '../../../platform/in-words/people';
import { message as m } from '../../../platform/message';
import { Title } from '../../components/frames/title';
import { NewToken } from './token-list';
import type { TokensProps } from './tokens';

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
function Empty(props: TokensProps) {
  const [only] = props.shown.length === 1 ? props.shown : [];
  return (
    <div class="empty">
      <p>{only ? m('list_empty_in', nameOf(only.host)) : m('list_empty')}</p>
      {props.says && <p class="hint">{props.says}</p>}
      {!props.isOld && <NewToken {...props} />}
    </div>
  );
}

/** What stands in the place of the list while nothing is known of it. */
function Unknown(props: TokensProps) {
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

/** What stands in the place of a list without tokens. `isKnown`: that there is a list, and nothing in it. */
export function Instead(props: TokensProps & { isKnown: boolean }) {
  const { isOld, isKnown } = props;
  return (
    <section class="tokens">
      <div class="bar">
        <Title class={isOld && !isKnown ? 'unseen' : ''}>{m('tokens')}</Title>
        {!isKnown && !isOld && <NewToken {...props} />}
      </div>
      {isKnown ? <Empty {...props} /> : <Unknown {...props} />}
    </section>
  );
}
