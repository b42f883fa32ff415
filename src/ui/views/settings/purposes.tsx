import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { canMove, isPurposeNameTaken, MAX_OWN, moved, withPinned } from '../../../core/purposes/changes';
import type { Purpose } from '../../../core/purposes/purpose';
import {
  allPurposes,
  isBuiltIn,
  type Purposes as Kept,
  MAX_PINNED,
  pinnedPurposes,
} from '../../../core/purposes/purposes';
import { LONGEST_NOTE } from '../../../core/settings';
import { message as m } from '../../../platform/message';
import { named } from '../../../platform/purposes';
import { Confirm } from '../../components/confirm';
import { TextField } from '../../components/field';
import { PurposeForm } from './purpose-form';
import { PurposeItem } from './purpose-item';

type Props = {
  titleId: string;
  purposes: Kept;
  /** The user's machine or note, for the names of tokens. */
  note: string;
  onChange: (purposes: Kept) => void;
  onSave: (purpose: Purpose) => void;
  onDelete: (purpose: Purpose) => void;
  onExport: () => void;
  onImport: (file: File) => void;
  onNote: (note: string) => void;
};

/** An element that is moved loses the focus; the button that moved it gets it back. */
function useFocusKept(changed: unknown) {
  const last = useRef<Element | null>(null);
  useLayoutEffect(() => {
    const { current } = last;
    if (document.activeElement === document.body && current instanceof HTMLElement) current.focus();
  }, [changed]);
  return () => {
    last.current = document.activeElement;
  };
}

type ListProps = Pick<Props, 'titleId' | 'purposes' | 'onChange'> & {
  onEdit: (purpose: Purpose) => void;
  onDelete: (purpose: Purpose) => void;
};

function List({ titleId, purposes, onChange, onEdit, onDelete }: ListProps) {
  const remember = useFocusKept(purposes);
  const digits = new Map(pinnedPurposes(purposes).map(({ id }, index) => [id, index + 1]));
  const change = (changed: Kept) => {
    remember();
    onChange(changed);
  };
  return (
    <ul class="purposes" aria-labelledby={titleId}>
      {allPurposes(purposes)
        .map(named)
        .map((purpose) => (
          <PurposeItem
            key={purpose.id}
            purpose={purpose}
            digit={digits.get(purpose.id) ?? 0}
            canPin={digits.size < MAX_PINNED}
            canMove={(by) => canMove(purposes, purpose.id, by)}
            onPin={(pinned) => change(withPinned(purposes, purpose.id, pinned))}
            onMove={(by) => change(moved(purposes, purpose.id, by))}
            {...(isBuiltIn(purpose.id) ? {} : { onEdit: () => onEdit(purpose), onDelete: () => onDelete(purpose) })}
          />
        ))}
    </ul>
  );
}

/** Chosen again, the same file is read again. */
function ImportButton({ onImport }: Pick<Props, 'onImport'>) {
  const choose = (input: HTMLInputElement) => {
    const [file] = input.files ?? [];
    if (file) onImport(file);
    input.value = '';
  };
  return (
    <label class="file-button">
      {m('import_purposes')}
      <input type="file" accept=".json,application/json" onChange={(event) => choose(event.currentTarget)} />
    </label>
  );
}

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
  const full = purposes.own.length >= MAX_OWN;
  const save = (purpose: Purpose) => {
    setEdited(null);
    onSave(purpose);
  };
  return (
    <>
      <p class="hint">{m('purposes_explain', String(MAX_PINNED))}</p>
      <List {...props} onEdit={setEdited} onDelete={setDeleted} />
      {full && <p class="hint">{m('import_too_many', String(MAX_OWN))}</p>}
      <div class="buttons">
        <button type="button" disabled={full} onClick={() => setEdited('new')}>
          {m('add_purpose')}
        </button>
        <button type="button" onClick={props.onExport}>
          {m('export_purposes')}
        </button>
        <ImportButton onImport={props.onImport} />
      </div>
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
    </>
  );
}
