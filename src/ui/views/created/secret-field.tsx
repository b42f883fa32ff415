import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { MINUTE } from '../../../core/duration';
import type { Minted } from '../../../core/minting/minted';
import { message as m } from '../../../platform/message';
import { Icon } from '../../components/icon';

/** As long as any secret looks, so that its length is not told either. */
const MASK = '•'.repeat(32);

/** A secret that was left on the screen is hidden again. */
const SHOWN_AT_MOST = MINUTE;

function useShown() {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    if (!shown) return;
    const hide = () => setShown(false);
    const timer = setTimeout(hide, SHOWN_AT_MOST);
    window.addEventListener('blur', hide);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('blur', hide);
    };
  }, [shown]);
  return { shown, toggle: () => setShown(!shown) };
}

/** In two lines there is room for all of it. */
function Secret({ minted, shown }: { minted: Minted; shown: boolean }) {
  const attributes = {
    readOnly: true,
    'aria-label': m('token'),
    dir: 'ltr',
    autocomplete: 'off',
    spellcheck: false,
  } as const;
  return shown ? (
    <textarea
      {...attributes}
      rows={2}
      value={minted.secret.reveal()}
      onFocus={(event) => event.currentTarget.select()}
    />
  ) : (
    <input type="text" {...attributes} value={MASK} />
  );
}

type Props = {
  minted: Minted;
  /** Whether it is on the clipboard: then there is something else to do first. */
  taken: boolean;
  copied: boolean;
  copy: RefObject<HTMLButtonElement | null>;
  onCopy: () => void;
};

/** The secret, masked until it is asked for, and what takes it to the clipboard. */
export function SecretField({ minted, taken, copied, copy, onCopy }: Props) {
  const { shown, toggle } = useShown();
  return (
    <div class={shown ? 'secret shown' : 'secret'}>
      <Secret minted={minted} shown={shown} />
      <button type="button" class="icon-button" aria-label={m(shown ? 'hide_token' : 'show_token')} onClick={toggle}>
        <Icon name={shown ? 'eye-off' : 'eye'} />
      </button>
      <button type="button" class={taken ? '' : 'primary'} ref={copy} onClick={onCopy}>
        <Icon name={copied ? 'check' : 'copy'} />
        {m('copy_token')}
      </button>
    </div>
  );
}
