import { useId } from 'preact/hooks';
import type { Settings } from '../../../core/settings';
import { message as m } from '../../../platform/message';
import { Checkbox } from '../../components/fields/field';

type Props = { singleKeys: boolean; onChange: (change: Partial<Settings>) => void };

/** Whether a letter alone may do something (WCAG 2.1.4). */
export function KeyboardSettings({ singleKeys, onChange }: Props) {
  const explanation = useId();
  return (
    <>
      <Checkbox
        label={m('single_keys')}
        checked={singleKeys}
        describedBy={explanation}
        onChange={(chosen) => onChange({ singleKeys: chosen })}
      />
      <p class="hint" id={explanation}>
        {m('single_keys_explain')}
      </p>
    </>
  );
}
