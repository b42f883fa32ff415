import type { ComponentChildren } from 'preact';
import { type WhyFixed, whyFixed } from '../../../core/abilities';
import { IDLE_DAYS, mayBeIdle } from '../../../core/overview/overview';
import { type MessageKey, message as m } from '../../../platform/message';
import { listInWords } from '../../../platform/words';
import { Name } from '../../components/name';
import { Screen } from '../../components/screen';
import type { Row } from '../../on-screen';
import { type Act, itemsOf } from '../../token-menu';
import { scopesInWords } from '../../words/scopes';
import { expiryInWords, nameOf, stateWords } from '../../words/text';
import { dateInWords } from '../../words/when';
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

function Facts({ row: { token, host, now } }: { row: Row }) {
  const states = stateWords(token, now);
  return (
    <dl class="facts">
      <Fact name={m('state')}>{states.length > 0 ? listInWords(states) : m('show_active')}</Fact>
      <Fact name={m('scopes')}>
        {scopesInWords(token.scopes)}
        <div class="hint">
          <Name of={token.scopes.join(' ')} />
        </div>
      </Fact>
      <Fact name={m('expires_on')}>
        {dateInWords(token.expiresAt)}
        <div class="hint">{expiryInWords(token, now)}</div>
      </Fact>
      <Fact name={m('created_on')}>{dateInWords(token.createdAt)}</Fact>
      <Fact name={m('organization')}>
        {token.organizationIds === null ? m('state_global') : <Name of={host.name} />}
      </Fact>
    </dl>
  );
}

type Props = {
  row: Row;
  /** The unfinished rotation that it belongs to. */
  rotation: ComponentChildren;
  /** What else belongs to this token. */
  children?: ComponentChildren;
  onAct: Act;
  onBack: () => void;
};

/** Everything that is known of a token, and why what cannot be done to it cannot. */
export function Details({ row, rotation, children, onAct, onBack }: Props) {
  const { token, host } = row;
  return (
    <Screen
      class="details"
      title={nameOf(token)}
      sub={host.identity && m('signed_in_as', host.identity.name)}
      onBack={onBack}
    >
      <Facts row={row} />
      <WhyNot row={row} />
      {mayBeIdle(row, host) && <p class="hint">{m('may_be_idle', String(IDLE_DAYS))}</p>}
      {rotation && <section class="notice-card">{rotation}</section>}
      {children}
      <div class="buttons">
        {itemsOf(row, onAct).map(({ label, choose }) => (
          <button type="button" key={label} onClick={choose}>
            {label}
          </button>
        ))}
      </div>
    </Screen>
  );
}
