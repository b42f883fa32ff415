import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { canMove, moved, withPinned } from '../../../core/purposes/changes';
import type { Purpose } from '../../../core/purposes/purpose';
import {
  allPurposes,
  isBuiltIn,
  type Purposes as Kept,
  MAX_PINNED,
  pinnedPurposes,
} from '../../../core/purposes/purposes';
import { named } from '../../../platform/in-words/purposes';
import { message as m } from '../../../platform/message';
import { Icon } from '../../components/icon';
import { PurposeItem } from './purpose-item';

/** An element that is moved loses the focus; the button that moved it gets it back. */
function useFocusKept(changed: unknown) {
  const last = useRef<Element | null>(null);
  useLayoutEffect(() => {
    const { current } = last;
    if (document.activeElement === document.body && current instanceof HTMLElement) current.focus();
  }, [changed]);
  return () => {
    last.current = document.activeElement;
  };
}

type Props = {
  titleId: string;
  purposes: Kept;
  onChange: (purposes: Kept) => void;
  onEdit: (purpose: Purpose) => void;
  onDelete: (purpose: Purpose) => void;
};

/** Beside the buttons that move by one place: takes a purpose to wherever among its like it is dropped. */
function useDrag(purposes: Kept, onChange: (purposes: Kept) => void) {
  const [dragged, drag] = useState<string | null>(null);
  const ids = allPurposes(purposes).map(({ id }) => id);
  const distance = (to: string) => ids.indexOf(to) - ids.indexOf(dragged ?? to);
  const mayDrop = (to: string) => dragged !== null && dragged !== to && canMove(purposes, dragged, distance(to));
  return {
    dragged,
    handle: (id: string) => ({
      draggable: true,
      onDragStart: (event: DragEvent) => {
        event.dataTransfer?.setData('text/plain', id); // Firefox drags only what carries something
        drag(id);
      },
      onDragEnd: () => drag(null),
    }),
    place: (id: string) => ({
      onDragOver: (event: DragEvent) => mayDrop(id) && event.preventDefault(),
      onDrop: (event: DragEvent) => {
        event.preventDefault();
        if (dragged !== null && mayDrop(id)) onChange(moved(purposes, dragged, distance(id)));
        drag(null);
      },
    }),
  };
}

/** All purposes in the user's order, the pinned ones with their digits first. */
export function PurposeList({ titleId, purposes, onChange, onEdit, onDelete }: Props) {
  const remember = useFocusKept(purposes);
  const digits = new Map(pinnedPurposes(purposes).map(({ id }, index) => [id, index + 1]));
  const change = (changed: Kept) => {
    remember();
    onChange(changed);
  };
  const { dragged, handle, place } = useDrag(purposes, change);
  return (
    <ul class="purposes" aria-labelledby={titleId}>
      {allPurposes(purposes)
        .map(named)
        .map((purpose) => (
          <li key={purpose.id} class={dragged === purpose.id ? 'dragged' : undefined} {...place(purpose.id)}>
            <PurposeItem
              purpose={purpose}
              digit={digits.get(purpose.id) ?? 0}
              canPin={digits.size < MAX_PINNED}
              canMove={(by) => canMove(purposes, purpose.id, by)}
              onPin={(pinned) => change(withPinned(purposes, purpose.id, pinned))}
              onMove={(by) => change(moved(purposes, purpose.id, by))}
              {...(isBuiltIn(purpose.id) ? {} : { onEdit: () => onEdit(purpose), onDelete: () => onDelete(purpose) })}
            >
              <span class="handle" aria-hidden="true" title={m('drag')} {...handle(purpose.id)}>
                <Icon name="grip" />
              </span>
            </PurposeItem>
          </li>
        ))}
    </ul>
  );
}
