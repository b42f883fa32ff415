import { useState } from 'preact/hooks';
import type { Change } from '../../../core/change';
import { sameScopes } from '../../../core/scope-id';
import { productOf } from '../../../core/scopes/product';
import { foldScopes } from '../../../core/scopes/reach';
import { nameOf } from '../../../platform/in-words/people';
import { message as m } from '../../../platform/message';
import { Dialog } from '../../components/dialog';
import { TextField } from '../../components/field';
import { FullAccessCheck, isMeant } from '../../components/full-access';
import { LifetimeField, lifetimeOf } from '../../components/lifetime-field';
import { Reach } from '../../components/reach';
import { ScopePicker } from '../../components/scope-picker';
import { TokenFacts } from '../../components/token-facts';
import type { Row } from '../../on-screen';

const AS_IS = 'as-is';

type Props = { row: Row; alike: boolean; onSave: (change: Change) => void; onClose: () => void };

/** What differs between the fields and the token; what was not touched is not sent. */
function useChange({ token }: Row) {
  const [name, setName] = useState(token.name);
  const [scopes, setScopes] = useState(token.scopes);
  const [lifetime, setLifetime] = useState({ choice: AS_IS, day: '' });
  const change: Change = {
    ...(name === token.name ? {} : { name }),
    ...(sameScopes(scopes, token.scopes) ? {} : { scopes: foldScopes(scopes) }),
    ...(lifetime.choice === AS_IS ? {} : { lifetime: lifetimeOf(lifetime) }),
  };
  return { name, setName, scopes, setScopes, lifetime, setLifetime, change };
}

/** Changes a token in place: its secret, and what uses it, stay as they are. */
export function EditToken({ row, alike, onSave, onClose }: Props) {
  const fields = useChange(row);
  const [typed, setTyped] = useState('');
  const widens = fields.change.scopes !== undefined && !isMeant(fields.scopes, typed);
  const isEmpty = Object.keys(fields.change).length === 0;
  const save = () => {
    onClose();
    onSave(fields.change);
  };
  return (
    <Dialog
      title={m('edit_heading', nameOf(row.token))}
      deed={m('save')}
      disabled={isEmpty || widens}
      outcome={isEmpty ? <p class="hint">{m('edit_nothing')}</p> : <Reach scopes={fields.scopes} />}
      onSubmit={save}
      onCancel={onClose}
    >
      {alike && <TokenFacts row={row} alike />}
      <p class="hint">{m('edit_explain')}</p>
      <TextField label={m('name')} value={fields.name} onInput={fields.setName} />
      <LifetimeField
        value={fields.lifetime}
        onChange={fields.setLifetime}
        before={[{ value: AS_IS, label: m('lifetime_as_is') }]}
      />
      <ScopePicker scopes={fields.scopes} product={productOf(row.host)} onChange={fields.setScopes}>
        <FullAccessCheck typed={typed} onType={setTyped} />
      </ScopePicker>
    </Dialog>
  );
}
