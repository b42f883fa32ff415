import { Icon } from './icon';
import './chip.css';

type Props = {
  children: string;
  /** What the button that takes it off is called. */
  removing: string;
  /** Whether it can do great harm. */
  isGrave?: boolean;
  onRemove: () => void;
};

/** Something that was chosen, and can be taken off again. */
export function Chip({ children, removing, isGrave = false, onRemove }: Props) {
  return (
    <button type="button" class={isGrave ? 'chip grave' : 'chip'} aria-label={removing} onClick={onRemove}>
      {children}
      <Icon name="close" />
    </button>
  );
}
