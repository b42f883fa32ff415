import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Update } from '../../core/abilities';
import { message as m } from '../../platform/message';
import { ConfirmRevoke } from '../components/confirm-revoke';
import { NoticeLine } from '../components/notice-line';
import { Revoking, type RevokingProps } from '../components/revoking';
import type { Notice, Row } from '../state';
import { expiryInWords, nameOf, scopesInWords, stateWords } from '../text';
import { exactly } from '../when';

const updateTexts = {
  open: 'update_not_built',
  'no-such-call': 'update_no_such_call',
  closed: 'update_closed',
  unknown: 'update_unknown',
} as const satisfies Record<Update, string>;

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div class="fact">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

const dateText = (instant: number | null) => (instant === null ? m('unknown_date') : exactly(instant));

function Facts({ row: { token, host, now } }: { row: Row }) {
  const states = stateWords(token, now);
  return (
    <dl class="facts">
      <Fact name={m('state')}>{states.length > 0 ? states.join(', ') : m('show_active')}</Fact>
      <Fact name={m('scopes')}>
        {scopesInWords(token.scopes)}
        <div class="hint">{token.scopes.join(' ')}</div>
      </Fact>
      <Fact name={m('expires_on')}>
        {dateText(token.expiresAt)}
        <div class="hint">{expiryInWords(token, now)}</div>
      </Fact>
      <Fact name={m('created_on')}>{dateText(token.createdAt)}</Fact>
      <Fact name={m('organization')}>{token.organizationIds === null ? m('state_global') : host.name}</Fact>
    </dl>
  );
}

type Props = RevokingProps & {
  row: Row;
  /** Whether this token could be changed where it is. */
  update: Update;
  notice: Notice | null;
  onDuplicate: (row: Row) => void;
  onRevoke: (row: Row) => void;
  onBack: () => void;
};

/** Everything that is known of a token, and why what cannot be done to it cannot. */
export function Details({ row, update, notice, onDuplicate, onRevoke, onBack, ...revoking }: Props) {
  const [asking, setAsking] = useState(false);
  const { token, host } = row;
  return (
    <section class="details">
      <h1>{nameOf(token)}</h1>
      {host.identity && <p class="who">{m('signed_in_as', host.identity.name)}</p>}
      <Facts row={row} />
      <p class="hint">{m(updateTexts[update])}</p>
      <NoticeLine notice={notice} />
      <Revoking {...revoking} />
      <div class="buttons">
        <button type="button" onClick={() => onDuplicate(row)}>
          {m('duplicate_item')}
        </button>
        {!token.revoked && (
          <button type="button" onClick={() => setAsking(true)}>
            {m('revoke_item')}
          </button>
        )}
        <button type="button" onClick={onBack}>
          {m('back')}
        </button>
      </div>
      {asking && <ConfirmRevoke row={row} onRevoke={onRevoke} onClose={() => setAsking(false)} />}
    </section>
  );
}
