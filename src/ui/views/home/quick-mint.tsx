import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { HostId, KnownHost } from '../../../core/host';
import type { Purpose } from '../../../core/purposes/purpose';
import { nameOf } from '../../../platform/in-words/people';
import { message as m } from '../../../platform/message';
import { Menu, OpenMenu } from '../../components/menu';
import { Name } from '../../components/name';
import { useKeyDown } from '../../keys/key-down';
import { isPlain } from '../../keys/plain';

type Props = {
  purposes: Purpose[];
  /** Where tokens can be made: with several, a press asks for one. */
  hosts: KnownHost[];
  disabled: boolean;
  singleKeys: boolean;
  /** What a press will come to, at a place; with several there is none until one is chosen. */
  detailOf: (purpose: Purpose, place: KnownHost | null) => string;
  onMint: (purpose: string, hostId: HostId) => void;
};

/** So many stand there as buttons; more of them would push the list away. */
const SHOWN = 4;

/** The digit that is meant, also where its key types another sign unless shifted; 0 for every other key. */
function digitOf(event: KeyboardEvent): number {
  if (event.shiftKey) return 0;
  return Number(/^[1-9]$/.exec(event.key)?.[0] ?? /^Digit([1-9])$/.exec(event.code)?.[1] ?? 0);
}

/** The digits 1 to 9 press the purposes in their order: not while one types, not under a dialog or menu, not when held. */
function useDigits({ purposes, disabled, singleKeys }: Props, press: (purpose: Purpose) => void) {
  useKeyDown((event) => {
    const purpose = singleKeys && isPlain(event) ? purposes[digitOf(event) - 1] : undefined;
    if (!purpose || disabled) return;
    event.preventDefault();
    press(purpose);
  });
}

type ButtonProps = Props & { purpose: Purpose; index: number; press: () => void; children: ComponentChildren };

function PurposeButton({ purpose, index, press, children, ...props }: ButtonProps) {
  const { hosts, disabled, singleKeys, detailOf } = props;
  const [only = null] = hosts.length === 1 ? hosts : [];
  const id = `purpose-${index}`;
  return (
    <div class="purpose menu-anchor">
      <button
        type="button"
        aria-describedby={id}
        aria-haspopup={hosts.length > 1 ? 'menu' : undefined}
        aria-keyshortcuts={singleKeys ? String(index + 1) : undefined}
        data-place={`purpose ${purpose.id}`}
        disabled={disabled}
        onClick={press}
      >
        <Name of={purpose.name} />
        {singleKeys && (
          <span class="digit" aria-hidden="true">
            {index + 1}
          </span>
        )}
      </button>
      <span class="tip" role="tooltip" id={id}>
        {detailOf(purpose, only)}
      </span>
      {children}
    </div>
  );
}

/** The pinned purposes, a button each; what does not find room is in a menu. */
export function QuickMint(props: Props) {
  const { purposes, hosts, disabled, onMint } = props;
  const [asked, ask] = useState<string | null>(null);
  const press = ({ id }: Purpose) => {
    const [first] = hosts;
    if (hosts.length > 1) ask(id);
    else if (first) onMint(id, first.id);
  };
  const mintIn = ({ id }: Purpose) =>
    asked === id && (
      <OpenMenu
        label={m('mint_in')}
        from="start"
        items={hosts.map((host) => ({ label: nameOf(host), choose: () => onMint(id, host.id) }))}
        close={() => ask(null)}
      />
    );
  useDigits(props, press);
  if (purposes.length === 0) return <p class="hint mint-none">{m('quick_mint_none')}</p>;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset brings a border and a legend that do not fit here
    <div role="group" aria-label={m('quick_mint')} class="quick-mint">
      {purposes.slice(0, SHOWN).map((purpose, index) => (
        <PurposeButton key={purpose.id} {...props} purpose={purpose} index={index} press={() => press(purpose)}>
          {mintIn(purpose)}
        </PurposeButton>
      ))}
      {purposes.length > SHOWN && !disabled && (
        <Menu
          label={m('all_purposes')}
          look="plain"
          items={purposes.map((purpose, index) => ({
            label: nameOf(purpose),
            shortcut: props.singleKeys && index < 9 ? String(index + 1) : undefined,
            choose: () => press(purpose),
          }))}
          beside={purposes.slice(SHOWN).map(mintIn)}
        >
          {m('all_purposes')}
        </Menu>
      )}
    </div>
  );
}
