import { useState } from 'preact/hooks';
import { nameFault } from '../../../core/purposes/name';
import { Purpose } from '../../../core/purposes/purpose';
import { foldScopes } from '../../../core/scopes/reach';
import { message as m } from '../../../platform/message';
import { TextField } from '../../components/fields/field';
import { choiceOf, LifetimeField } from '../../components/fields/lifetime-field';
import { Dialog } from '../../components/frames/dialog';
import { Reach } from '../../components/reach';
import { FullAccessCheck, isMeant } from '../../components/scopes/full-access';
import { ScopePicker } from '../../components/scopes/scope-picker';

type Props = {
  /** What the fields begin with; `null` for a new one. */
  purpose: Purpose | null;
  isNameTaken: (purpose: Pick<Purpose, 'id' | 'name'>) => boolean;
  /** Answers why it was not kept, as a sentence. */
  onSave: (purpose: Purpose) => Promise<string | null>;
  onCancel: () => void;
};

type Fields = Required<Purpose>;

const newPurpose = (): Fields => ({ id: crypto.randomUUID(), name: '', scopes: [], days: 30, note: '' });

const nameFaults = { 'hidden-signs': 'purpose_name_hidden', 'several-scripts': 'purpose_name_scripts' } as const;

/** What keeps the fields from being a purpose, as a sentence. */
function faultIn({ name, scopes, ...fields }: Fields, typed: string, isTaken: Props['isNameTaken']): string | null {
  if (name.trim() === '') return m('purpose_name_missing');
  const fault = nameFault(name);
  if (fault) return m(nameFaults[fault]);
  if (isTaken({ ...fields, name })) return m('purpose_name_taken');
  if (scopes.length === 0) return m('fail_invalid_scopes_empty');
  return isMeant(scopes, typed) ? null : m('full_access_hasty', m('full_access_word'));
}

/** The fields of one of the user's own purposes. */
export function PurposeForm({ purpose, isNameTaken, onSave, onCancel }: Props) {
  const [fields, setFields] = useState<Fields>(() => ({ ...newPurpose(), ...purpose }));
  const [typed, setTyped] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const change = (changed: Partial<Fields>) => setFields({ ...fields, ...changed });
  const submit = async () => {
    const found = faultIn(fields, typed, isNameTaken);
    setFault(found);
    const { note, ...others } = { ...fields, scopes: foldScopes(fields.scopes) };
    if (found === null) setFault(await onSave(Purpose.parse(note.trim() === '' ? others : { ...others, note })));
  };
  return (
    <Dialog
      title={purpose ? m('edit_named', purpose.name) : m('add_purpose')}
      fault={fault}
      deed={m('save')}
      outcome={<Reach scopes={fields.scopes} />}
      onSubmit={submit}
      onCancel={onCancel}
    >
      <TextField label={m('name')} value={fields.name} maxLength={60} onInput={(name) => change({ name })} />
      <LifetimeField
        value={choiceOf(fields.days)}
        onChange={({ choice }) => change({ days: Number(choice) })}
        takesDay={false}
      />
      <ScopePicker scopes={fields.scopes} product="services" onChange={(scopes) => change({ scopes })}>
        <FullAccessCheck typed={typed} onType={setTyped} />
      </ScopePicker>
      <TextField label={m('note')} value={fields.note} maxLength={200} onInput={(note) => change({ note })} />
    </Dialog>
  );
}
