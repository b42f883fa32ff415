import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { message as m } from '../../../platform/message';
import { useModal } from '../../modal';
import './dialog.css';

type Props = {
  title: string;
  /** The words on the button that does it. */
  deed: string;
  disabled?: boolean;
  /** What is wrong with the fields as they are. */
  fault?: string | null;
  /** What the deed will come to: it stays in sight beside the button. */
  outcome?: ComponentChildren;
  onSubmit: () => void;
  onCancel: () => void;
  children: ComponentChildren;
};

/** Asks for what a deed needs to know. Enter does it; Escape and Cancel leave everything as it is. */
export function Dialog({ title, deed, disabled = false, fault, outcome, onSubmit, onCancel, children }: Props) {
  const modal = useModal(onCancel);
  const heading = useId();
  const submit = (event: Event) => {
    event.preventDefault();
    if (!disabled) onSubmit();
  };
  return (
    <dialog aria-labelledby={heading} {...modal}>
      <form onSubmit={submit} noValidate>
        <div class="dialog-body">
          <h2 id={heading}>{title}</h2>
          {children}
          {fault !== undefined && (
            <p role="alert" class="fault">
              {fault}
            </p>
          )}
        </div>
        <div class="dialog-foot">
          {outcome}
          <button type="submit" class="primary" disabled={disabled}>
            {deed}
          </button>
          <button type="button" onClick={onCancel}>
            {m('cancel')}
          </button>
        </div>
      </form>
    </dialog>
  );
}
