import { useMemo } from 'preact/hooks';
import { entryKey } from '../../../core/revoke-all/entry';
import type { RevokeAllEntry } from '../../../core/revoke-all/journal';
import type { Token } from '../../../core/token';
import { nameOf } from '../../../platform/in-words/people';
import { message as m } from '../../../platform/message';
import { Name } from '../../components/name';
import { LongList } from '../../long-list';
import type { Drawn } from '../../window';
import { reasonKeys, stateText } from '../../words/revoke-all';

/** By the keys of their entries. */
type Tokens = ReadonlyMap<string, Token>;

export function tokenName(entry: RevokeAllEntry, tokens: Tokens): string {
  const token = tokens.get(entryKey(entry));
  return token ? nameOf(token) : m('unnamed');
}

type Told = { tokens: Tokens; isListed: boolean };

const hasReason = ({ state, reason }: RevokeAllEntry) => state === 'failed' && reason;

/** In a long list: so much its lines take. */
const heightOf = (entry: RevokeAllEntry) => (hasReason(entry) ? 52 : 36);

function EntryRow({ entry, place, tokens, isListed }: Told & { entry: RevokeAllEntry; place: Drawn['attributes'] }) {
  const { state, reason } = entry;
  return (
    <li class={`progress-row ${isListed ? 'listed' : 'unlisted'} ${state}`} {...place}>
      <span class="token-name">
        <Name of={tokenName(entry, tokens)} />
      </span>
      <span class="progress-state">{stateText(state, isListed)}</span>
      {hasReason(entry) && reason && <span class="token-detail">{m(reasonKeys[reason])}</span>}
    </li>
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
  const entries = useMemo(() => parts.flat(), [parts]);
  return (
    <LongList class="progress-rows" label={label} items={entries} keyOf={entryKey} heightOf={heightOf}>
      {(entry, place) => <EntryRow key={entryKey(entry)} entry={entry} place={place} {...told} />}
    </LongList>
  );
}
