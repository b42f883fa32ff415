import { useEffect, useId, useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { message as m } from '../../../platform/message';
import { Icon, type IconName } from '../../components/icon';
import { useModal } from '../../modal';
import type { Early } from './early';
import '../../components/frames/dialog.css';
import './palette.css';

/** One line of the palette: a deed, and what it is done to. */
export type Command = {
  id: string;
  label: string;
  icon: IconName;
  /** Where, when that is not said by its name. */
  where?: string;
  isDanger?: boolean;
  choose: () => void;
};

type Props = {
  /** The best lines for what is typed, best first. */
  find: (typed: string) => Command[];
  /** Whether it finds all there is. */
  isWhole: boolean;
  /** What was pressed before it was there. */
  early: Early;
  onClose: () => void;
};

type OptionProps = { command: Command; id: string; isActive: boolean; choose: () => void; point: () => void };

function OptionLine({ command, id, isActive, choose, point }: OptionProps) {
  const { label, icon, where, isDanger = false } = command;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a line is its option, and where that is; keys are the field's
    <div role="presentation" class={isDanger ? 'command to-danger' : 'command'} onClick={choose} onPointerMove={point}>
      <Icon name={icon} />
      {/* biome-ignore lint/a11y/useFocusableInteractive: the field has the focus, and tells which one is active */}
      <div
        role="option"
        id={id}
        class="command-label"
        aria-selected={isActive}
        aria-describedby={where === undefined ? undefined : `${id}-where`}
      >
        <bdi>{label}</bdi>
      </div>
      {where !== undefined && (
        <span class="command-where" id={`${id}-where`} aria-hidden="true">
          {where}
        </span>
      )}
    </div>
  );
}

const PAGE = 8;

const MOVES: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => (at === last ? 0 : at + 1),
  ArrowUp: (at, last) => (at === 0 ? last : at - 1),
  PageDown: (at, last) => Math.min(at + PAGE, last),
  PageUp: (at) => Math.max(at - PAGE, 0),
};

/** What is found, which line of it is active, and what a key of the field does. */
function usePicking({ find, isWhole, early }: Props, choose: (command: Command) => void) {
  const [typed, setTyped] = useState(early.typed);
  const [isEntered, setEntered] = useState(early.isEntered);
  const [at, point] = useState(0);
  const found = useMemo(() => find(typed), [find, typed]);
  const last = found.length - 1;
  const active = Math.min(at, last);
  const type = (text: string) => {
    setTyped(text);
    setEntered(false);
    point(0);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.ctrlKey || event.altKey || event.metaKey ? undefined : MOVES[event.key];
    if (event.isComposing || (event.key !== 'Enter' && !step)) return;
    event.preventDefault();
    if (step && last >= 0) point(step(active, last));
    if (step || event.repeat) return;
    if (found[active]) choose(found[active]);
    else setEntered(!isWhole);
  };
  useEffect(() => {
    // Enter was pressed before the line that it is for was there.
    if (isEntered && isWhole && found[0]) choose(found[0]);
  }, [isEntered, isWhole]);
  return { typed, type, found, active, point, onKeyDown };
}

type FieldProps = { picking: ReturnType<typeof usePicking>; list: string };

/** It has the focus all the time, and tells which line is active. */
function Field({ picking: { typed, type, found, active, onKeyDown }, list }: FieldProps) {
  return (
    <div class="palette-field">
      <Icon name="search" />
      <input
        type="text"
        role="combobox"
        aria-label={m('search_commands')}
        aria-controls={list}
        aria-expanded={found.length > 0}
        aria-autocomplete="list"
        aria-activedescendant={found.length > 0 ? `${list}-${active}` : undefined}
        placeholder={m('search_commands')}
        autocomplete="off"
        spellcheck={false}
        value={typed}
        onInput={(event) => type(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}

/** All that can be done, and to which token, found by its words. */
export function Palette(props: Props) {
  const { onClose } = props;
  const modal = useModal(onClose);
  const list = useId();
  const choose = (command: Command) => {
    modal.ref.current?.close(); // before what it opens takes the focus
    onClose();
    command.choose();
  };
  const picking = usePicking(props, choose);
  const { found, active, point } = picking;
  useLayoutEffect(() => {
    document.getElementById(`${list}-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [active, found]);
  return (
    <dialog class="palette" aria-label={m('commands')} {...modal}>
      <Field picking={picking} list={list} />
      <div role="listbox" id={list} class="commands" aria-label={m('commands')}>
        {found.map((command, index) => (
          <OptionLine
            key={command.id}
            command={command}
            id={`${list}-${index}`}
            isActive={index === active}
            choose={() => choose(command)}
            point={() => index !== active && point(index)}
          />
        ))}
      </div>
      <p role="status" class="nothing">
        {found.length === 0 && m('commands_none')}
      </p>
    </dialog>
  );
}
