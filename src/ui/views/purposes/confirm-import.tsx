import type { Chosen } from '../../../core/purposes/file';
import type { Imported } from '../../../core/purposes/import';
import { mayManage } from '../../../core/scopes/reach';
import { PORTABLE } from '../../../core/settings';
import { askedInWords } from '../../../platform/in-words/expected';
import { message as m } from '../../../platform/message';
import { plural } from '../../../platform/words';
import { Confirm } from '../../components/frames/confirm';
import { Name } from '../../components/name';
import { settingInWords } from '../../words/settings';

type Props = { imported: Pick<Imported, 'changes'> & { settings?: Chosen }; onKeep: () => void; onCancel: () => void };

/** Shows what a file brings before it is kept: somebody else has chosen its names and scopes. */
export function ConfirmImport({ imported, onKeep, onCancel }: Props) {
  const { changes, settings = {} } = imported;
  const changed = PORTABLE.flatMap((name) => (name in settings ? settingInWords(name, settings[name] as never) : [])); // of its name
  return (
    <Confirm
      question={changes.length > 0 ? plural('import_ask', changes.length) : m('import_ask_settings')}
      explanation={changes.length > 0 ? m('import_explain') : ''}
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
      {changed.length > 0 && (
        <>
          <p>{m('import_settings')}</p>
          <ul>
            {changed.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </>
      )}
    </Confirm>
  );
}
