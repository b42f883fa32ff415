import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { Purpose } from '../../../core/purposes/purpose';
import { askedInWords } from '../../../platform/in-words/expected';
import { message as m } from '../../../platform/message';
import { Icon, type IconName } from '../../components/icon';
import { Name } from '../../components/name';
import { remarkOn, sourceOf } from '../../words/purposes';

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
  /** What it is taken hold of by, to be dragged. */
  children?: ComponentChildren;
};

type ToolProps = {
  label: string;
  icon: IconName;
  can?: boolean;
  why?: string;
  isOn?: boolean;
  onPress: () => void;
};

/** A button that keeps the focus while it cannot do anything. */
function Tool({ label, icon, can = true, why, isOn = false, onPress }: ToolProps) {
  return (
    <button
      type="button"
      class={isOn ? 'icon-button on' : 'icon-button'}
      aria-label={label}
      aria-disabled={!can}
      title={can ? label : why}
      onClick={() => can && onPress()}
    >
      <Icon name={icon} />
    </button>
  );
}

function Tools({ purpose: { name }, digit, canPin, canMove, onPin, onMove, onEdit, onDelete }: ItemProps) {
  const pinned = digit > 0;
  return (
    <div class="tools">
      {onEdit && <Tool label={m('edit_named', name)} icon="edit" onPress={onEdit} />}
      {onDelete && <Tool label={m('delete_named', name)} icon="close" onPress={onDelete} />}
      <Tool label={m('move_up', name)} icon="up" can={canMove(-1)} onPress={() => onMove(-1)} />
      <Tool label={m('move_down', name)} icon="down" can={canMove(1)} onPress={() => onMove(1)} />
      <Tool
        label={m(pinned ? 'unpin_named' : 'pin_named', name)}
        icon="pin"
        can={pinned || canPin}
        why={m('pins_full')}
        isOn={pinned}
        onPress={() => onPin(!pinned)}
      />
    </div>
  );
}

/** What is known of a purpose: shown where somebody asks. */
function useWhy({ purpose }: ItemProps) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const [remark, source] = [remarkOn(purpose), sourceOf(purpose)];
  if (!remark && !source) return { button: null, text: null };
  return {
    button: (
      <button
        type="button"
        class="quiet why"
        aria-label={m('why_named', purpose.name)}
        aria-expanded={isOpen}
        aria-controls={id}
        title={source && m('purpose_source', source)}
        onClick={() => setOpen(!isOpen)}
      >
        {m('why')}
      </button>
    ),
    text: (
      <div id={id} class="why-text hint" hidden={!isOpen}>
        {remark && <Name of={remark} />}
        {source && <p>{m('purpose_source', source)}</p>}
      </div>
    ),
  };
}

/** A purpose: what it asks for, what is known of it, and what can be done with it. */
export function PurposeItem(props: ItemProps) {
  const { purpose, digit, children } = props;
  const why = useWhy(props);
  return (
    <>
      {children}
      <span class="digit">{digit > 0 && digit}</span>
      <div class="purpose-text">
        <span class="purpose-name">
          <Name of={purpose.name} />
        </span>
        <div class="token-detail">
          {askedInWords(purpose)}
          {why.button}
        </div>
      </div>
      <Tools {...props} />
      {why.text}
    </>
  );
}
