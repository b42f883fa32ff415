import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { SECOND } from '../../core/duration';
import { placedKey } from '../../core/names/placed';
import type { Revoke } from '../../core/revoke';
import { nameOf } from '../../platform/in-words/people';
import { listInWords } from '../../platform/in-words/sequence';
import { message as m } from '../../platform/message';
import { Icon } from '../components/icon';
import { useUndoKeys } from '../keys/undo';
import type { Notice } from '../on-screen';
import './toast.css';

/** Long enough to be read twice. What went wrong stays until it is sent away. */
const STAYS = 10 * SECOND;

export type ToastProps = {
  notices: readonly Notice[];
  /** The revokes that wait for an Undo, or are under way. */
  revokes: readonly Revoke[];
  /** The key of the one that was begun by keyboard: its Undo gets the focus. */
  undoFirst: string | null;
  /** Whether a deed is under way: then what is said of it stays. */
  busy: boolean;
  /** Whether a letter alone may press something. */
  singleKeys: boolean;
  onUndo: (revoke: Revoke) => void;
  onOpen: (url: string) => void;
  onDismiss: () => void;
};

/** Where the focus goes from a button that is about to go: to where it came from, else to the heading. */
function giveBack(to: Element | null): void {
  const heading = document.querySelector<HTMLElement>('h1[tabindex]');
  const place = to instanceof HTMLElement && to.isConnected && to !== document.body ? to : heading;
  place?.focus({ preventScroll: true });
}

function Undo({
  takesFocus,
  shortcut,
  onUndo,
}: {
  takesFocus: boolean;
  shortcut: string | undefined;
  onUndo: () => void;
}) {
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    const here = button.current;
    const before = document.activeElement;
    if (takesFocus) here?.focus();
    return () => {
      if (here !== null && document.activeElement === here) giveBack(before);
    };
  }, []);
  return (
    <button type="button" class="quiet" ref={button} aria-keyshortcuts={shortcut} onClick={onUndo}>
      {m('undo')}
      {shortcut && (
        <span class="key" aria-hidden="true">
          U
        </span>
      )}
    </button>
  );
}

/** A revoke that can still be taken back, and how long. */
function Waiting({ revoke, ...props }: Pick<ToastProps, 'undoFirst' | 'singleKeys' | 'onUndo'> & { revoke: Revoke }) {
  return (
    <div class="toast">
      <p>{m('revoking', nameOf(revoke))}</p>
      <Undo
        takesFocus={placedKey(revoke) === props.undoFirst}
        shortcut={props.singleKeys ? 'U' : undefined}
        onUndo={() => props.onUndo(revoke)}
      />
      <span class="toast-time" style={{ animationDuration: `${Math.max(revoke.dueAt - Date.now(), 0)}ms` }} />
    </div>
  );
}

function Said({ notice, onOpen, onDismiss }: { notice: Notice } & Pick<ToastProps, 'onOpen' | 'onDismiss'>) {
  const { role, text, page } = notice;
  return (
    <div class="toast">
      <Icon name={role === 'status' ? 'check' : 'alert'} />
      <p>{text}</p>
      {page && (
        <button type="button" class="quiet" onClick={() => onOpen(page.address)}>
          {m(page.open)}
        </button>
      )}
      <button type="button" class="icon-button" aria-label={m('dismiss')} onClick={onDismiss}>
        <Icon name="close" />
      </button>
    </div>
  );
}

/** What merely happened goes by itself, but not from under the mouse or the focus. */
function useLeaving({ notices, busy, onDismiss }: ToastProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (busy || notices.length === 0 || notices.some(({ role }) => role === 'alert')) return;
    const timer = setInterval(() => place.current?.matches(':hover, :focus-within') || onDismiss(), STAYS);
    return () => clearInterval(timer);
  }, [notices, busy]);
  return place;
}

/**
 * The one place in which it is said what happened: over what is shown, in view wherever that was scrolled to. Both
 * regions are always there, so that a screen reader hears what comes into them, and hears it once.
 */
export function Toast(props: ToastProps) {
  const { notices, revokes } = props;
  const place = useLeaving(props);
  const waiting = revokes.filter(({ progress }) => progress.state === 'waiting');
  const sent = revokes.filter((each) => !waiting.includes(each));
  const last = waiting.at(-1);
  useUndoKeys(last ? () => props.onUndo(last) : null, props.singleKeys);
  const saidAs = (role: Notice['role']) =>
    notices
      .filter((notice) => notice.role === role)
      .map((notice) => <Said key={notice.text} notice={notice} onOpen={props.onOpen} onDismiss={props.onDismiss} />);
  return (
    <div class="toasts" ref={place}>
      <div role="status" aria-atomic="false">
        {waiting.map((revoke) => (
          <Waiting key={placedKey(revoke)} {...props} revoke={revoke} />
        ))}
        {sent.length > 0 && (
          <div class="toast">
            <p>{m('revoking', listInWords(sent.map(nameOf)))}</p>
          </div>
        )}
        {saidAs('status')}
      </div>
      <div role="alert" aria-atomic="false">
        {saidAs('alert')}
      </div>
    </div>
  );
}
