import { useState } from 'preact/hooks';
import type { Change } from '../../../core/change';
import type { Refused } from '../../../core/minting/refused-field';
import { sameScopes } from '../../../core/scope-id';
import { productOf } from '../../../core/scopes/product';
import { foldScopes } from '../../../core/scopes/reach';
import { nameOf } from '../../../platform/in-words/people';
import { message as m } from '../../../platform/message';
import { useFirstFault } from '../../components/fault';
import { TextField } from '../../components/fields/field';
import { choiceOfLifetime, LifetimeField, lifetimeOf } from '../../components/fields/lifetime-field';
import { Dialog } from '../../components/frames/dialog';
import { Reach } from '../../components/reach';
import { FullAccessCheck, isMeant } from '../../components/scopes/full-access';
import { ScopePicker } from '../../components/scopes/scope-picker';
import { TokenFacts } from '../../components/token-facts';
import type { Row } from '../../on-screen';
import { refusedFaults } from '../../words/refused';

const AS_IS = 'as-is';

type Props = {
  row: Row;
  alike: boolean;
  refused: Refused | null;
  onSave: (change: Change) => void;
  onClose: () => void;
};

/** What differs between the fields and the token; what was not touched is not sent. */
function useChange({ token }: Row, before: Change) {
  const [name, setName] = useState(before.name ?? token.name);
  const [scopes, setScopes] = useState(before.scopes ?? token.scopes);
  const [lifetime, setLifetime] = useState(
    before.lifetime ? choiceOfLifetime(before.lifetime) : { choice: AS_IS, day: '' },
  );
  const change: Change = {
    ...(name === token.name ? {} : { name }),
    ...(sameScopes(scopes, token.scopes) ? {} : { scopes: foldScopes(scopes) }),
    ...(lifetime.choice === AS_IS ? {} : { lifetime: lifetimeOf(lifetime) }),
  };
  return { name, setName, scopes, setScopes, lifetime, setLifetime, change };
}

/** Changes a token in place: its secret, and what uses it, stay as they are. */
export function EditToken({ row, alike, refused, onSave, onClose }: Props) {
  const fields = useChange(row, refused?.asked ?? {});
  const faults = refusedFaults(refused, fields.change, row.host.name);
  useFirstFault(0, refused);
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
      <TextField label={m('name')} value={fields.name} fault={faults.name ?? null} onInput={fields.setName} />
      <LifetimeField
        value={fields.lifetime}
        fault={faults.lifetime ?? null}
        onChange={fields.setLifetime}
        before={[{ value: AS_IS, label: m('lifetime_as_is') }]}
      />
      <ScopePicker
        scopes={fields.scopes}
        product={productOf(row.host)}
        fault={faults.scopes ?? null}
        onChange={fields.setScopes}
      >
        <FullAccessCheck typed={typed} onType={setTyped} />
      </ScopePicker>
    </Dialog>
  );
}
