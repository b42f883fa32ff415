import type { ComponentChildren } from 'preact';
import { useId, useRef } from 'preact/hooks';
import { message as m } from '../../../platform/message';
import { useModal } from '../../modal';
import './dialog.css';

type Props = {
  question: string;
  explanation?: string;
  deed: string;
  onConfirm: () => void;
  onCancel: () => void;
  /** What it is about, where the question alone does not say. */
  children?: ComponentChildren;
};

/** Asks before something that cannot be undone; Escape and Cancel mean no. */
export function Confirm({ question, explanation, deed, onConfirm, onCancel, children }: Props) {
  const no = useRef<HTMLButtonElement>(null);
  const [title, text] = [useId(), useId()];
  const modal = useModal(onCancel, (opened) => {
    no.current?.focus(); // the safe answer
    opened.scrollTop = 0; // its buttons stay in sight, and what it is about comes first
  });
  return (
    <dialog role="alertdialog" aria-labelledby={title} aria-describedby={text} {...modal}>
      <div class="dialog-body">
        <h2 id={title}>{question}</h2>
        <div id={text} class="dialog-text">
          {children}
          {explanation && <p>{explanation}</p>}
        </div>
      </div>
      <div class="dialog-foot">
        {/* The second half of a double click answers no question: nobody has read it yet. */}
        <button type="button" class="danger" onClick={({ detail }) => detail < 2 && onConfirm()}>
          {deed}
        </button>
        <button type="button" ref={no} onClick={onCancel}>
          {m('cancel')}
        </button>
      </div>
    </dialog>
  );
}
