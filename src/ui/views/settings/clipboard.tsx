import { useId } from 'preact/hooks';
import type { Settings } from '../../../core/settings';
import { message as m } from '../../../platform/message';
import { Checkbox, Choice } from '../../components/fields/field';
import { Why } from '../../components/why';
import { Decided } from './decided';

type Seconds = Settings['clearClipboardSeconds'];

const CHOICES = [
  { seconds: 30, label: 'seconds_30' },
  { seconds: 60, label: 'seconds_60' },
  { seconds: 300, label: 'minutes_5' },
  { seconds: null, label: 'never' },
] as const satisfies { seconds: Seconds; label: string }[];

type Props = {
  seconds: Seconds;
  /** Whether the extension may look what the clipboard holds. */
  mayRead: boolean;
  /** Whether an administrator has decided when. */
  isDecided?: boolean;
  onChoose: (seconds: Seconds) => void;
  onAllowReading: (allowed: boolean) => void;
};

/** When a copied token leaves the clipboard, and what no extension can do about it. */
export function ClipboardSettings({ seconds, mayRead, isDecided = false, onChoose, onAllowReading }: Props) {
  const explanation = useId();
  const options = CHOICES.map((choice) => ({ value: String(choice.seconds), label: m(choice.label) }));
  const choose = (value: string) => onChoose(CHOICES.find((each) => String(each.seconds) === value)?.seconds ?? null);
  return (
    <>
      <Choice
        label={m('clear_clipboard_after')}
        value={String(seconds)}
        options={options}
        disabled={isDecided}
        onChange={choose}
      />
      <Decided of={isDecided} />
      <Checkbox
        label={m('clipboard_only_ours')}
        checked={mayRead}
        describedBy={explanation}
        onChange={onAllowReading}
      />
      <p class="hint" id={explanation}>
        {m('clipboard_only_ours_explain')}
      </p>
      <div>
        <p class="hint">{m('clipboard_history')}</p>
        <Why>
          <p>{m('clipboard_history_more')}</p>
          <p>{m('clipboard_only_ours_more')}</p>
        </Why>
      </div>
    </>
  );
}
