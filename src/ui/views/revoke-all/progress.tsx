import { useMemo } from 'preact/hooks';
import type { RevokeAllEntry } from '../../../core/revoke-all/journal';
import type { Token, TokenId } from '../../../core/token';
import { message as m } from '../../../platform/message';
import { reasonKeys, stateKeys } from '../../words/revoke-all';
import { nameOf } from '../../words/text';

type Tokens = ReadonlyMap<TokenId, Token>;

export function tokenName(id: TokenId, tokens: Tokens): string {
  const token = tokens.get(id);
  return token ? nameOf(token) : m('unnamed');
}

function EntryRow({ entry, tokens }: { entry: RevokeAllEntry; tokens: Tokens }) {
  const { id, state, reason } = entry;
  return (
    <li class={`progress-row ${state}`}>
      <span class="token-name">{tokenName(id, tokens)}</span>
      <span class="progress-state">{m(stateKeys[state])}</span>
      {state === 'failed' && reason && <span class="token-detail">{m(reasonKeys[reason])}</span>}
    </li>
  );
}

/** One part of the entries: while others change it is not looked at again. */
function PartRows({ part, tokens }: { part: RevokeAllEntry[]; tokens: Tokens }) {
  return useMemo(
    () => (
      <>
        {part.map((entry) => (
          <EntryRow key={entry.id} entry={entry} tokens={tokens} />
        ))}
      </>
    ),
    [part, tokens],
  );
}

type Props = { parts: RevokeAllEntry[][]; tokens: Tokens };

const isOpen = ({ state }: RevokeAllEntry) => state === 'planned' || state === 'sent';

/** How far it is. */
export function RevokeAllBar({ parts }: { parts: RevokeAllEntry[][] }) {
  const entries = parts.flat();
  const done = entries.filter((entry) => !isOpen(entry)).length;
  return (
    <div class="progress-line">
      <progress aria-label={m('revoking_all')} value={done} max={Math.max(entries.length, 1)} />
      <span>{m('revoking_count', String(done), String(entries.length))}</span>
    </div>
  );
}

/** What has become of each token so far. */
export function RevokeAllRows({ parts, tokens }: Props) {
  return (
    <ul class="progress-rows" aria-label={m('revoke_all_list')}>
      {parts.map((part, place) => (
        <PartRows key={place} part={part} tokens={tokens} />
      ))}
    </ul>
  );
}
