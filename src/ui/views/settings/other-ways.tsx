import { useId } from 'preact/hooks';
import { OTHER_WAYS, type OtherWay } from '../../../core/purposes/other-ways';
import type { Settings } from '../../../core/settings';
import { message as m } from '../../../platform/message';
import { plural } from '../../../platform/words';
import { Checkbox } from '../../components/fields/field';

type Props = { silenced: readonly OtherWay[]; onChange: (change: Partial<Settings>) => void };

/** Whether New token tells of ways that need no token; what was not to be said again is brought back here. */
export function OtherWaysSettings({ silenced, onChange }: Props) {
  const explanation = useId();
  return (
    <>
      <Checkbox
        label={m('say_other_ways')}
        checked={silenced.length === 0}
        describedBy={explanation}
        onChange={(chosen) => onChange({ silenced: chosen ? [] : [...OTHER_WAYS] })}
      />
      <p class="hint" id={explanation}>
        {silenced.length === 0 ? m('say_other_ways_explain') : plural('silenced_ways', silenced.length)}
      </p>
    </>
  );
}
