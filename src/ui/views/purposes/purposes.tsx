import { useId, useState } from 'preact/hooks';
import { isPurposeNameTaken, MAX_OWN } from '../../../core/purposes/changes';
import type { Purpose } from '../../../core/purposes/purpose';
import { allPurposes, type Purposes as Kept, MAX_PINNED } from '../../../core/purposes/purposes';
import { LONGEST_NOTE } from '../../../core/settings';
import { named } from '../../../platform/in-words/purposes';
import { message as m } from '../../../platform/message';
import { TextField } from '../../components/fields/field';
import { Confirm } from '../../components/frames/confirm';
import { Title } from '../../components/frames/title';
import { FileButton } from './file-button';
import { PurposeForm } from './purpose-form';
import { PurposeList } from './purpose-list';
import './purposes.css';

type Props = {
  purposes: Kept;
  /** The user's machine or note, for the names of tokens. */
  note: string;
  onChange: (purposes: Kept) => void;
  /** Answers why it was not kept, as a sentence. */
  onSave: (purpose: Purpose) => Promise<string | null>;
  onDelete: (purpose: Purpose) => void;
  onExport: () => void;
  onImport: (file: File) => void;
  onNote: (note: string) => void;
};

function NameNote({ note, onNote }: Pick<Props, 'note' | 'onNote'>) {
  const [text, setText] = useState(note);
  const type = (typed: string) => {
    setText(typed);
    onNote(typed);
  };
  return (
    <>
      <TextField label={m('name_note')} value={text} maxLength={LONGEST_NOTE} onInput={type} />
      <p class="hint">{m('name_note_explain')}</p>
    </>
  );
}

type DeleteProps = Pick<Props, 'onDelete'> & { purpose: Purpose; onClose: () => void };

function ConfirmDelete({ purpose, onDelete, onClose }: DeleteProps) {
  const confirm = () => {
    onClose();
    onDelete(purpose);
  };
  return (
    <Confirm
      question={m('delete_ask', purpose.name)}
      explanation={m('delete_explain')}
      deed={m('delete')}
      onConfirm={confirm}
      onCancel={onClose}
    />
  );
}

/** All purposes in the user's order: pinned to Quick mint, moved, made, exported and imported. */
export function Purposes(props: Props) {
  const { purposes, onSave } = props;
  const [edited, setEdited] = useState<Purpose | 'new' | null>(null);
  const [deleted, setDeleted] = useState<Purpose | null>(null);
  const title = useId();
  const full = purposes.own.length >= MAX_OWN;
  const save = async (purpose: Purpose) => {
    const fault = await onSave(purpose);
    if (fault === null) setEdited((now) => (now === edited ? null : now)); // it may have been cancelled meanwhile
    return fault;
  };
  return (
    <section class="purposes-page">
      <div class="title-line">
        <Title id={title}>{m('purposes')}</Title>
        <div class="buttons">
          <button type="button" class="primary" disabled={full} onClick={() => setEdited('new')}>
            {m('add_purpose')}
          </button>
          <button type="button" onClick={props.onExport}>
            {m('export_purposes')}
          </button>
          <FileButton label={m('import_purposes')} onFile={props.onImport} />
        </div>
      </div>
      <p>{m('purposes_explain', String(MAX_PINNED))}</p>
      {(purposes.withheld ?? []).length > 0 && <p class="hint">{m('decided_purposes')}</p>}
      {full && <p class="hint">{m('import_too_many', String(MAX_OWN))}</p>}
      <PurposeList {...props} titleId={title} onEdit={setEdited} onDelete={setDeleted} />
      <NameNote {...props} />
      {edited && (
        <PurposeForm
          purpose={edited === 'new' ? null : edited}
          isNameTaken={(purpose) => isPurposeNameTaken(allPurposes(purposes).map(named), purpose)}
          onSave={save}
          onCancel={() => setEdited(null)}
        />
      )}
      {deleted && <ConfirmDelete purpose={deleted} onDelete={props.onDelete} onClose={() => setDeleted(null)} />}
    </section>
  );
}
