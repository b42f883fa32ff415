import type { ComponentChildren, TargetedKeyboardEvent } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { inMicrosoftsWords } from '../../core/scopes/in-microsofts-words';
import { isHighPrivilege } from '../../core/scopes/reach';
import { message as m } from '../../platform/message';
import { letsInWords } from '../words/scopes';
import './explained.css';

/** What a scope lets do, in our words and in Microsoft's. A quotation stays in its language. */
export function ScopeExplanation({ scope }: { scope: string }) {
  const said = inMicrosoftsWords(scope);
  return (
    <>
      <span>{letsInWords(scope)}</span>
      {isHighPrivilege([scope]) && <span>{m('explain_high')}</span>}
      {said !== undefined && (
        <>
          <q lang="en">{said}</q>
          <span class="hint">{m('explain_source')}</span>
        </>
      )}
    </>
  );
}

/** So long the way may take from a word to what explains it. */
const GRACE = 150;

/** So long the mouse, or the focus, rests on something before it is explained where that covers what is beside it. */
export const REST = 500;

const isOpen = (tip: HTMLElement | null) => tip?.matches(':popover-open') === true;

/**
 * Explanations, each of which the mouse or the focus on a thing shows, or a tap. Escape hides one, and does nothing else
 * then. They stand behind what they belong to, so that a sentence is read without them.
 */
export function useExplanations(rest = 0) {
  const id = useId();
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const shown = useRef<HTMLElement | null>(null);
  const hide = () => {
    clearTimeout(waiting.current);
    if (isOpen(shown.current)) shown.current?.hidePopover();
  };
  useEffect(() => hide, []);
  const wait = (then: () => void, time: number) => {
    clearTimeout(waiting.current);
    if (time === 0) then();
    else waiting.current = setTimeout(then, time);
  };
  const hideSoon = () => wait(hide, GRACE);
  const showAt = (at: number) => () => {
    hide();
    shown.current = document.getElementById(`${id}-${at}`);
    if (shown.current?.isConnected) shown.current.showPopover();
  };
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLElement>) => {
    if (event.key !== 'Escape' || !isOpen(shown.current)) return;
    event.stopPropagation();
    event.preventDefault();
    hide();
  };
  return {
    hide,
    idOf: (at: number) => `${id}-${at}`,
    around: (at: number) => {
      const show = () => wait(showAt(at), rest);
      return { onPointerEnter: show, onPointerLeave: hideSoon, onFocusIn: show, onFocusOut: hide, onKeyDown };
    },
    tip: (at: number, says: ComponentChildren) => (
      <span
        key={`tip ${at}`}
        id={`${id}-${at}`}
        role="tooltip"
        popover="manual"
        class="explanation"
        style={{ positionAnchor: `--explained-${at}` }}
        onPointerEnter={() => clearTimeout(waiting.current)}
        onPointerLeave={hideSoon}
      >
        {says}
      </span>
    ),
  };
}
