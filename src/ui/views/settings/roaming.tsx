import { useId } from 'preact/hooks';
import type { Settings } from '../../../core/settings';
import { message as m } from '../../../platform/message';
import { Checkbox } from '../../components/fields/field';
import { FileButton } from '../purposes/file-button';

type Props = Pick<Settings, 'roam' | 'roamNames'> & {
  onChange: (change: Partial<Settings>) => void;
  onExport: () => void;
  onImport: (file: File) => void;
};

/** Whether what is chosen here is the same in the user's other browsers, and a file for where it cannot be. */
export function Roaming({ roam, roamNames, onChange, onExport, onImport }: Props) {
  const [explanation, named] = [useId(), useId()];
  return (
    <>
      <Checkbox
        label={m('roam')}
        checked={roam}
        describedBy={explanation}
        onChange={(chosen) => onChange({ roam: chosen })}
      />
      <p class="hint" id={explanation}>
        {m('roam_explain')}
      </p>
      {roam && (
        <>
          <Checkbox
            label={m('roam_names')}
            checked={roamNames}
            describedBy={named}
            onChange={(chosen) => onChange({ roamNames: chosen })}
          />
          <p class="hint" id={named}>
            {m('roam_names_explain')}
          </p>
        </>
      )}
      <div class="in-line">
        <button type="button" onClick={onExport}>
          {m('choices_export')}
        </button>
        <FileButton label={m('choices_import')} onFile={onImport} />
      </div>
      <p class="hint">{m('choices_explain')}</p>
    </>
  );
}
