import { useMemo } from 'preact/hooks';
import { entryKey } from '../../../core/revoke-all/entry';
import type { RevokeAllEntry } from '../../../core/revoke-all/journal';
import type { Token } from '../../../core/token';
import { nameOf } from '../../../platform/in-words/people';
import { message as m } from '../../../platform/message';
import { Name } from '../../components/name';
import { reasonKeys, stateText } from '../../words/revoke-all';

/** By the keys of their entries. */
type Tokens = ReadonlyMap<string, Token>;

export function tokenName(entry: RevokeAllEntry, tokens: Tokens): string {
  const token = tokens.get(entryKey(entry));
  return token ? nameOf(token) : m('unnamed');
}

type Told = { tokens: Tokens; isListed: boolean };

function EntryRow({ entry, tokens, isListed }: Told & { entry: RevokeAllEntry }) {
  const { state, reason } = entry;
  return (
    <li class={`progress-row ${isListed ? 'listed' : 'unlisted'} ${state}`}>
      <span class="token-name">
        <Name of={tokenName(entry, tokens)} />
      </span>
      <span class="progress-state">{stateText(state, isListed)}</span>
      {state === 'failed' && reason && <span class="token-detail">{m(reasonKeys[reason])}</span>}
    </li>
  );
}

/** One part of the entries: while others change it is not looked at again. */
function PartRows({ part, tokens, isListed }: Told & { part: RevokeAllEntry[] }) {
  return useMemo(
    () => (
      <>
        {part.map((entry) => (
          <EntryRow key={entryKey(entry)} entry={entry} tokens={tokens} isListed={isListed} />
        ))}
      </>
    ),
    [part, tokens, isListed],
  );
}

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

type Props = Told & { label: string; parts: RevokeAllEntry[][] };

/** What has become of each token: as far as requests were answered, or by the list (`isListed`). */
export function RevokeAllRows({ label, parts, ...told }: Props) {
  return (
    <ul class="progress-rows" aria-label={label}>
      {parts.map((part, place) => (
        <PartRows key={place} part={part} {...told} />
      ))}
    </ul>
  );
}
