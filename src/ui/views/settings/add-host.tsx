import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { holdsSecret } from '../../../core/hosts/pasted-secret';
import { message as m } from '../../../platform/message';
import { TextField } from '../../components/fields/field';
import { Screen } from '../../components/frames/screen';
import { Title } from '../../components/frames/title';
import { Icon } from '../../components/icon';
import './add-host.css';

type FormProps = {
  busy: boolean;
  address?: string;
  /** Whether something else is the one act of its screen. */
  isSecond?: boolean;
  onAdd: (address: string) => void;
};

/** The field that takes a name or any address of an organization. */
export function AddressForm({ busy, address: given = '', isSecond = false, onAdd }: FormProps) {
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
      <button type="submit" class={isSecond ? '' : 'primary'} disabled={busy}>
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

/** One more, beside those that are there. */
export function AddHost({ busy, children, onAdd, onBack }: Props) {
  return (
    <Screen class="first" title={m('first_heading')} onBack={onBack}>
      {children}
      <p>{m('first_explain')}</p>
      <AddressForm busy={busy} onAdd={onAdd} />
    </Screen>
  );
}

type FirstProps = Omit<Props, 'onBack'> & {
  /** Whether the page that the user looks at is offered already. */
  hasOffer: boolean;
  onOpen: () => void;
};

/** What the popup shows until there is an organization: what it is for, and two ways to the first. */
export function FirstRun({ busy, children, hasOffer, onAdd, onOpen }: FirstProps) {
  return (
    <section class="first-run">
      <div class="first-words">
        <img src="/icons/96.png" width="48" height="48" alt="" />
        <Title>{m('first_run')}</Title>
        <p>{m('first_run_explain')}</p>
        {!hasOffer && (
          <button type="button" class="primary" onClick={onOpen}>
            <Icon name="external" />
            {m('open_azure_devops')}
          </button>
        )}
      </div>
      {children}
      <p class="first-or">
        <span>{m('or')}</span>
      </p>
      <AddressForm busy={busy} isSecond onAdd={onAdd} />
    </section>
  );
}
