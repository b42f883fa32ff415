import type { ComponentChildren, TargetedFocusEvent } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { inMicrosoftsWords } from '../../../core/scopes/in-microsofts-words';
import { isHighPrivilege } from '../../../core/scopes/reach';
import { message as m } from '../../../platform/message';
import { letsInWords } from '../../words/scopes';
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
          <q lang="en" dir="ltr">
            {said}
          </q>
          <span class="hint">{m('explain_source')}</span>
        </>
      )}
    </>
  );
}

/** So long the mouse, or the focus, rests on something before it is explained where that covers what is beside it. */
export const REST = 500;

/** Of all of them one is shown: the mouse can be on another thing than the focus. */
let last = { id: '', tip: null as HTMLElement | null, hide: () => {} };

const isOpen = (tip: HTMLElement | null) => tip?.matches(':popover-open') === true;

/** Wherever the focus is: the mouse may be on something else. */
function hideOnEscape(event: KeyboardEvent): void {
  if (event.key !== 'Escape' || !isOpen(last.tip)) return;
  event.stopPropagation();
  event.preventDefault();
  last.hide();
}

/**
 * Explanations, each of which the mouse on a thing shows, or a tap, or the focus that came by a key. With the focus it
 * stays; the mouse leaves it behind at once, since what it covers may be what is pressed next. Escape hides one, and does
 * nothing else then. They stand behind what they belong to, so that a sentence is read without them.
 */
export function useExplanations(rest = 0) {
  const id = useId();
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const shown = useRef<HTMLElement | null>(null);
  const isKept = useRef(false);
  const hide = () => {
    clearTimeout(waiting.current);
    isKept.current = false;
    if (isOpen(shown.current)) shown.current?.hidePopover();
  };
  useEffect(() => hide, []);
  const showAt = (at: number) => {
    if (last.id !== id) last.hide();
    shown.current = document.getElementById(`${id}-${at}`);
    last = { id, tip: shown.current, hide };
    if (!shown.current?.isConnected) return;
    shown.current.showPopover();
    document.addEventListener('keydown', hideOnEscape, { capture: true }); // before what hears of it otherwise; once
  };
  const show = (at: number) => () => {
    hide();
    if (rest === 0) showAt(at);
    else waiting.current = setTimeout(() => showAt(at), rest);
  };
  const keep = (at: number) => (event: TargetedFocusEvent<HTMLElement>) => {
    const { target, currentTarget } = event;
    // To Chromium the focus of a list that was pressed is visible, too.
    const isByKey = target instanceof Element && target.matches(':focus-visible') && !currentTarget.matches(':active');
    if (!isByKey) return;
    show(at)();
    isKept.current = true;
  };
  const leave = () => {
    if (!isKept.current) hide();
  };
  return {
    hide,
    idOf: (at: number) => `${id}-${at}`,
    show,
    around: (at: number) => ({
      onPointerEnter: show(at),
      onPointerLeave: leave,
      onFocusIn: keep(at),
      onFocusOut: hide,
    }),
    tip: (at: number, says: ComponentChildren) => (
      <span
        key={`tip ${at}`}
        id={`${id}-${at}`}
        role="tooltip"
        popover="manual"
        class="explanation"
        style={{ positionAnchor: `--explained-${at}` }}
      >
        {says}
      </span>
    ),
  };
}
