import type { Imported } from '../../../core/purposes/import';
import { mayManage } from '../../../core/scopes/reach';
import { askedInWords } from '../../../platform/in-words/expected';
import { message as m } from '../../../platform/message';
import { plural } from '../../../platform/words';
import { Confirm } from '../../components/confirm';
import { Name } from '../../components/name';

type Props = { imported: Imported; onKeep: () => void; onCancel: () => void };

/** Shows what a file brings before it is kept: somebody else has chosen its names and scopes. */
export function ConfirmImport({ imported, onKeep, onCancel }: Props) {
  const { changes } = imported;
  return (
    <Confirm
      question={plural('import_ask', changes.length)}
      explanation={m('import_explain')}
      deed={m('import_keep')}
      onConfirm={onKeep}
      onCancel={onCancel}
    >
      <ul class="purposes">
        {changes.map(({ name, scopes, days }) => (
          <li key={name}>
            <div class="purpose-text">
              <span class="purpose-name">
                <Name of={name} />
              </span>
              <p class="token-detail">{askedInWords({ scopes, days })}</p>
              <p class="hint">{scopes.join(' ')}</p>
              {mayManage(scopes) && <p class="hint warning">{m('import_manages')}</p>}
            </div>
          </li>
        ))}
      </ul>
    </Confirm>
  );
}
