import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { holdsSecret } from '../../../core/hosts/pasted-secret';
import { message as m } from '../../../platform/message';
import { TextField } from '../../components/field';
import { Screen } from '../../components/screen';
import './add-host.css';

type FormProps = { busy: boolean; address?: string; onAdd: (address: string) => void };

/** The field that takes a name or any address of an organization. */
export function AddressForm({ busy, address: given = '', onAdd }: FormProps) {
  const [address, setAddress] = useState(given);
  const submit = (event: Event) => {
    event.preventDefault();
    onAdd(address);
    if (holdsSecret(address)) setAddress('');
  };
  return (
    <form onSubmit={submit} class="address-form">
      <TextField
        label={m('address')}
        value={address}
        placeholder={m('address_hint')}
        spellcheck={false}
        onInput={setAddress}
      />
      <button type="submit" class="primary" disabled={busy}>
        {m('add')}
      </button>
    </form>
  );
}

type Props = {
  busy: boolean;
  onAdd: (address: string) => void;
  onBack?: () => void;
  /** What waits for the user before that. */
  children?: ComponentChildren;
};

export function AddHost({ busy, children, onAdd, onBack }: Props) {
  return (
    <Screen class="first" title={m('first_heading')} onBack={onBack}>
      {children}
      <p>{m('first_explain')}</p>
      <AddressForm busy={busy} onAdd={onAdd} />
    </Screen>
  );
}
