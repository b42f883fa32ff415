import type { ComponentChildren } from 'preact';
import { type WhyFixed, whyFixed } from '../../../core/doors/abilities';
import { IDLE_DAYS, mayBeIdle } from '../../../core/overview/overview';
import type { Purpose } from '../../../core/purposes/purpose';
import { nameOf } from '../../../platform/in-words/people';
import { type MessageKey, message as m } from '../../../platform/message';
import { Screen } from '../../components/frames/screen';
import { Icon } from '../../components/icon';
import { Name } from '../../components/name';
import { Places } from '../../components/places';
import { ScopesIn } from '../../components/scopes/scopes-in';
import { StateWord } from '../../components/state-word';
import type { Row } from '../../on-screen';
import { itemsOf } from '../../row-menu';
import type { Act } from '../../token-menu';
import { whenInWords } from '../../words/distance';
import { endState, reachStates } from '../../words/text';
import { thiefInWords } from '../../words/thief';
import { exactly, shortly } from '../../words/when';
import { Narrower } from './narrower';
import '../../components/facts.css';
import './details.css';

const whyTexts = {
  revoked: 'why_revoked',
  expired: 'why_expired',
  global: 'why_global',
  'no-such-call': 'update_no_such_call',
  closed: 'update_closed',
  unknown: 'update_unknown',
} as const satisfies Record<WhyFixed, MessageKey>;

/** Why what is not among the buttons cannot be done here, and what to do instead. */
function WhyNot({ row: { token, update, now } }: { row: Row }) {
  const why = whyFixed(token, update, now);
  return why && <p class="hint">{m(whyTexts[why])}</p>;
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div class="fact">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** When it ends; of a revoked one, when it would have. */
function Ends({ row: { token, now } }: { row: Row }) {
  const { expiresAt, revoked } = token;
  if (expiresAt === null) return <>{m('unknown')}</>;
  if (revoked) return <>{m('would_have_ended', shortly(expiresAt))}</>;
  return (
    <span title={exactly(expiresAt)}>{m('date_and_distance', shortly(expiresAt), whenInWords(expiresAt, now))}</span>
  );
}

function Facts({ row, onCopyId }: Pick<Props, 'row' | 'onCopyId'>) {
  const { token, now } = row;
  const { createdAt } = token;
  return (
    <dl class="facts">
      <Fact name={m('scopes')}>
        <ScopesIn scopes={token.scopes} />
        <code>
          <Name of={token.scopes.join(' ')} />
        </code>
      </Fact>
      <Fact name={m('expires_on')}>
        <Ends row={row} />
      </Fact>
      <Fact name={m('created_on')}>
        {createdAt === null ? m('unknown') : m('date_and_distance', shortly(createdAt), whenInWords(createdAt, now))}
      </Fact>
      <Fact name={m('organization')}>
        <Places row={row} />
      </Fact>
      <Fact name={m('id')}>
        <code>{token.id}</code>
        <button type="button" class="quiet" onClick={() => onCopyId(token.id)}>
          <Icon name="copy" />
          {m('copy_id')}
        </button>
      </Fact>
    </dl>
  );
}

/** What can be done to it. Of one that ends soon, to rotate it is what one has come for. */
function Deeds({ row, onAct }: Pick<Props, 'row' | 'onAct'>) {
  const [first, ...others] = itemsOf(row, onAct);
  const isSoon = endState(row.token, row.now)?.kind === 'expiring' && first?.action === 'rotate';
  const look = ({ isDanger }: { isDanger: boolean }) => (isDanger ? 'to-danger' : '');
  return (
    <div class="deeds">
      {first && (
        <button type="button" class={isSoon ? 'primary' : look(first)} onClick={first.choose}>
          {first.label}
        </button>
      )}
      {others.map((item) => (
        <button type="button" key={item.label} class={look(item)} onClick={item.choose}>
          {item.label}
        </button>
      ))}
    </div>
  );
}

/** How it stands, beside its name. */
function States({ row: { token, now } }: { row: Row }) {
  const end = endState(token, now);
  return (
    <div class="states">
      {[...(end ? [end] : []), ...reachStates(token)].map(({ kind, word }) => (
        <StateWord key={word} kind={kind}>
          {word}
        </StateWord>
      ))}
    </div>
  );
}

type Props = {
  row: Row;
  /** The unfinished rotation that it belongs to. */
  rotation: ComponentChildren;
  /** What else belongs to this token. */
  children?: ComponentChildren;
  /** The purposes that the user has made. */
  own: readonly Purpose[];
  onCopyId: (id: string) => void;
  onAct: Act;
  onBack: () => void;
};

/** Everything that is known of a token, and why what cannot be done to it cannot. */
export function Details({ row, rotation, children, own, onCopyId, onAct, onBack }: Props) {
  const { token, host } = row;
  return (
    <Screen
      class="details"
      title={nameOf(token)}
      sub={host.identity && m('signed_in_as', host.identity.name)}
      aside={<States row={row} />}
      onBack={onBack}
    >
      <Deeds row={row} onAct={onAct} />
      {rotation && <section class="needs-attention">{rotation}</section>}
      <Facts row={row} onCopyId={onCopyId} />
      <p class="thief">{thiefInWords(row)}</p>
      <WhyNot row={row} />
      <Narrower row={row} own={own} onAct={onAct} />
      {mayBeIdle(row, host) && <p class="hint">{m('may_be_idle', String(IDLE_DAYS))}</p>}
      {children}
    </Screen>
  );
}
