import { Icon } from './icon';
import './chip.css';

type Props = {
  children: string;
  /** What the button that takes it off is called. */
  removing: string;
  onRemove: () => void;
};

/** Something that was chosen, and can be taken off again. */
export function Chip({ children, removing, onRemove }: Props) {
  return (
    <button type="button" class="chip" aria-label={removing} onClick={onRemove}>
      {children}
      <Icon name="close" />
    </button>
  );
}
