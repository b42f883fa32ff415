import type { ComponentChildren } from 'preact';
import { isActive } from '../../core/expiry';
import { looksLike } from '../../core/names/look-alike';
import { keyOf } from '../../core/names/token-key';
import { scopesInWords } from '../../platform/in-words/scopes';
import { accountText } from '../../platform/in-words/who';
import { message as m } from '../../platform/message';
import type { Row } from '../on-screen';
import { shortly } from '../words/when';
import { Places } from './places';
import './facts.css';

/** As many digits of an id tell two tokens apart, and can be compared at a glance. */
const DIGITS = 8;

/** Whether another token that works can be taken for this one, by its name. */
export function hasLookAlike(row: Row, rows: readonly Row[]): boolean {
  const key = keyOf(row.token, row.host);
  return rows.some(
    ({ token, host, now }) =>
      isActive(token, now) && keyOf(token, host) !== key && looksLike(token.name, row.token.name),
  );
}

/** On one line, as everything else that is compared. */
const dateIn = (instant: number | null) => (instant === null ? m('unknown') : shortly(instant));

function Fact({ label, text }: { label: string; text: ComponentChildren }) {
  return (
    <div class="fact">
      <dt>{label}</dt>
      <dd>
        <bdi>{text}</bdi>
      </dd>
    </div>
  );
}

/** Which token a question is about: a name alone may be that of another one, too. */
export function TokenFacts({ row, alike }: { row: Row; alike: boolean }) {
  const { token, host } = row;
  return (
    <>
      <dl class="facts">
        <Fact label={m('organization')} text={<Places row={row} />} />
        {host.identity && <Fact label={m('account')} text={accountText(host.identity)} />}
        <Fact label={m('scopes')} text={scopesInWords(token.scopes)} />
        <Fact label={m('created_on')} text={dateIn(token.createdAt)} />
        <Fact label={m('expires_on')} text={dateIn(token.expiresAt)} />
        {alike && <Fact label={m('id_begins')} text={token.id.slice(0, DIGITS)} />}
      </dl>
      {alike && <p class="hint warning">{m('looks_like_another')}</p>}
    </>
  );
}
