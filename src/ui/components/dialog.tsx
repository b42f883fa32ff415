import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { message as m } from '../../platform/message';
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
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useLayoutEffect(() => {
    const opened = dialog.current;
    opened?.showModal();
    return () => opened?.close(); // which gives the focus back
  }, []);
  const cancel = (event: Event) => {
    event.preventDefault();
    onCancel();
  };
  const submit = (event: Event) => {
    event.preventDefault();
    if (!disabled) onSubmit();
  };
  return (
    <dialog aria-labelledby={heading} ref={dialog} onCancel={cancel}>
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
