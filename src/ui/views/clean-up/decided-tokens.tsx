import { useId } from 'preact/hooks';
import type { How } from '../../../core/cleanup/walk';
import { nameOf } from '../../../platform/in-words/people';
import { type MessageKey, message as m } from '../../../platform/message';
import { type PluralKey, plural } from '../../../platform/words';
import { Name } from '../../components/name';
import type { Decided } from '../../on-screen';

/** A decision, and whether it can be taken back. */
export type Undoable = Decided & { canUndo: boolean };

/** How what was decided stands, in a word. */
function stateOf({ how, end }: Decided): MessageKey {
  const words = { rotate: 'decided_rotate', keep: 'decided_keep', later: 'decided_later' } as const;
  if (how !== 'revoke') return words[how];
  return end === 'revoked' ? 'decided_revoked' : 'decided_revoking';
}

type Props = {
  /** The newest first. */
  decided: readonly Undoable[];
  singleKeys: boolean;
  onUndo: (of: Decided) => void;
};

/** More would push the queue out of sight. */
const SHOWN = 3;

type OneProps = { each: Undoable; shortcut: boolean; onUndo: (of: Decided) => void };

/** `shortcut`: whether the key takes this one back. */
function DecidedToken({ each, shortcut, onUndo }: OneProps) {
  const name = useId();
  return (
    <li class="token">
      <span class="decided-state">{m(stateOf(each))}</span>
      <span class="token-text token-name" id={name}>
        <Name of={nameOf(each.row.token)} />
      </span>
      {each.canUndo && (
        <button
          type="button"
          class="quiet"
          aria-describedby={name}
          aria-keyshortcuts={shortcut ? 'U' : undefined}
          onClick={() => onUndo(each)}
        >
          {m('undo')}
          {shortcut && (
            <span class="key" aria-hidden="true">
              U
            </span>
          )}
        </button>
      )}
    </li>
  );
}

/** What was decided last, with the way back as long as there is one. The key takes back the newest that can be. */
export function DecidedTokens({ decided, singleKeys, onUndo }: Props) {
  const next = decided.find(({ canUndo }) => canUndo);
  return (
    <ul class="rows decided" aria-label={m('clean_up_decided')}>
      {decided.slice(0, SHOWN).map((each) => (
        <DecidedToken key={each.key} each={each} shortcut={singleKeys && each === next} onUndo={onUndo} />
      ))}
    </ul>
  );
}

const counted = {
  revoked: 'clean_up_revoked',
  revoking: 'clean_up_revoking',
  rotate: 'clean_up_rotated',
  keep: 'clean_up_kept_count',
  later: 'clean_up_later_count',
} as const satisfies Record<Exclude<How, 'revoke'> | 'revoked' | 'revoking', PluralKey>;

const keyOfCount = ({ how, end }: Decided): keyof typeof counted => {
  if (how !== 'revoke') return how;
  return end === 'revoked' ? 'revoked' : 'revoking';
};

/** How many were decided in which way. */
export function Tally({ decided }: { decided: readonly Decided[] }) {
  const counts = new Map<keyof typeof counted, number>();
  for (const each of decided) counts.set(keyOfCount(each), (counts.get(keyOfCount(each)) ?? 0) + 1);
  return (
    <ul class="tally">
      {[...counts].map(([what, count]) => (
        <li key={what}>{plural(counted[what], count)}</li>
      ))}
    </ul>
  );
}
