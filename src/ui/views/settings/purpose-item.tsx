import type { Purpose } from '../../../core/purposes/purpose';
import { message as m } from '../../../platform/message';
import { Icon } from '../../components/icon';
import { Name } from '../../components/name';
import { remarkOn, sourceOf } from '../../words/purposes';
import { scopesInWords } from '../../words/scopes';
import { daysInWords } from '../../words/text';

export type ItemProps = {
  purpose: Purpose;
  /** The digit that mints it; 0 where it is not pinned. */
  digit: number;
  /** Whether there is room for another pin. */
  canPin: boolean;
  canMove: (by: number) => boolean;
  onPin: (pinned: boolean) => void;
  onMove: (by: number) => void;
  /** Absent where a purpose comes with Patina. */
  onEdit?: () => void;
  onDelete?: () => void;
};

type ToolProps = {
  label: string;
  can?: boolean;
  why?: string;
  onPress: () => void;
  children: preact.ComponentChildren;
};

/** A button that keeps the focus while it cannot do anything. */
function Tool({ label, can = true, why, onPress, children }: ToolProps) {
  return (
    <button
      type="button"
      aria-label={label}
      aria-disabled={!can}
      title={can ? undefined : why}
      onClick={() => can && onPress()}
    >
      {children}
    </button>
  );
}

function Tools({ purpose: { name }, digit, canPin, canMove, onPin, onMove, onEdit, onDelete }: ItemProps) {
  const pinned = digit > 0;
  return (
    <div class="tools">
      <Tool
        label={m(pinned ? 'unpin_named' : 'pin_named', name)}
        can={pinned || canPin}
        why={m('pins_full')}
        onPress={() => onPin(!pinned)}
      >
        {m(pinned ? 'unpin' : 'pin')}
      </Tool>
      <Tool label={m('move_up', name)} can={canMove(-1)} onPress={() => onMove(-1)}>
        <Icon name="up" />
      </Tool>
      <Tool label={m('move_down', name)} can={canMove(1)} onPress={() => onMove(1)}>
        <Icon name="down" />
      </Tool>
      {onEdit && (
        <Tool label={m('edit_named', name)} onPress={onEdit}>
          {m('edit')}
        </Tool>
      )}
      {onDelete && (
        <Tool label={m('delete_named', name)} onPress={onDelete}>
          {m('delete')}
        </Tool>
      )}
    </div>
  );
}

/** A purpose in the settings: what it asks for, what is known of it, and what can be done with it. */
export function PurposeItem(props: ItemProps) {
  const { purpose, digit } = props;
  const remark = remarkOn(purpose);
  const source = sourceOf(purpose);
  return (
    <li>
      <div class="purpose-text">
        <span class="purpose-name">
          <Name of={purpose.name} />
        </span>
        {digit > 0 && <span class="digit">{digit}</span>}
        <p class="token-detail">{m('quick_mint_detail', scopesInWords(purpose.scopes), daysInWords(purpose.days))}</p>
        {remark && (
          <p class="hint">
            <Name of={remark} />
          </p>
        )}
        {source && <p class="hint">{m('purpose_source', source)}</p>}
      </div>
      <Tools {...props} />
    </li>
  );
}
