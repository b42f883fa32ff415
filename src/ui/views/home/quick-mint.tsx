import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import type { KnownHost } from '../../../core/host';
import type { Purpose } from '../../../core/purposes/purpose';
import { message as m } from '../../../platform/message';
import { Name } from '../../components/name';
import { isTyping } from '../../keys/typing';
import { scopesInWords } from '../../words/scopes';
import { daysInWords } from '../../words/text';

export type DetailProps = { purpose: Purpose; host: KnownHost };

type Props = {
  purposes: Purpose[];
  host: KnownHost;
  disabled: boolean;
  /** What a press will come to. */
  Detail: (props: DetailProps) => ComponentChildren;
  onMint: (purpose: string) => void;
};

/** What a purpose asks for. */
export function PlainDetail({ purpose: { scopes, days } }: DetailProps) {
  return <>{m('quick_mint_detail', scopesInWords(scopes), daysInWords(days))}</>;
}

/** The digit that is meant, also where its key types another sign unless shifted; 0 for every other key. */
function digitOf(event: KeyboardEvent): number {
  if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey || event.isComposing) return 0;
  return Number(/^[1-9]$/.exec(event.key)?.[0] ?? /^Digit([1-9])$/.exec(event.code)?.[1] ?? 0);
}

const OVER_IT = 'dialog[open], [role="menu"]';

/** The digits 1 to 9 press the buttons in their order: not while one types, not under a dialog or menu, not when held. */
function useDigits({ purposes, disabled, onMint }: Props) {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const purpose = purposes[digitOf(event) - 1];
      if (!purpose || disabled || event.repeat || isTyping(event) || document.querySelector(OVER_IT)) return;
      event.preventDefault();
      onMint(purpose.id);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  });
}

/** The pinned purposes, a button each. */
export function QuickMint(props: Props) {
  const { purposes, host, disabled, Detail, onMint } = props;
  useDigits(props);
  if (purposes.length === 0) return <p class="hint">{m('quick_mint_none')}</p>;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset brings a border and a legend that do not fit here
    <div role="group" aria-label={m('quick_mint')} class="quick-mint">
      {purposes.map((purpose, index) => (
        <div key={purpose.id} class="purpose">
          <button
            type="button"
            aria-describedby={`purpose-${index}`}
            aria-keyshortcuts={String(index + 1)}
            disabled={disabled}
            onClick={() => onMint(purpose.id)}
          >
            <Name of={purpose.name} />
          </button>
          <span class="digit" aria-hidden="true">
            {index + 1}
          </span>
          <p class="hint" id={`purpose-${index}`}>
            <Detail purpose={purpose} host={host} />
          </p>
        </div>
      ))}
    </div>
  );
}
