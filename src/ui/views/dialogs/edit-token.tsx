import { useState } from 'preact/hooks';
import type { Change } from '../../../core/change';
import type { Believed } from '../../../core/minting/limits';
import type { Refused } from '../../../core/minting/refused-field';
import { sameScopes } from '../../../core/scope-id';
import { productOf } from '../../../core/scopes/product';
import { foldScopes } from '../../../core/scopes/reach';
import { nameOf } from '../../../platform/in-words/people';
import { message as m } from '../../../platform/message';
import { useFirstFault } from '../../components/fault';
import { TextField } from '../../components/fields/field';
import { choiceOfLifetime, LifetimeField, lifetimeOf } from '../../components/fields/lifetime-field';
import { fullAccessHint, LifetimeHints } from '../../components/fields/limit-hints';
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
  /** Whether a deed is under way: this one can be sent when that is done. */
  busy: boolean;
  /** What the organization is known to grant. */
  limits: Believed;
  refused: Refused | null;
  onSave: (change: Change) => void;
  onClose: () => void;
};

/** What differs between the fields and the token; what was not touched is not sent. */
function useChange({ token }: Row, before: Change, longest: number | undefined) {
  const [name, setName] = useState(before.name ?? token.name);
  const [scopes, setScopes] = useState(before.scopes ?? token.scopes);
  const [lifetime, setLifetime] = useState(
    before.lifetime ? choiceOfLifetime(before.lifetime) : { choice: AS_IS, day: '' },
  );
  const change: Change = {
    ...(name === token.name ? {} : { name }),
    ...(sameScopes(scopes, token.scopes) ? {} : { scopes: foldScopes(scopes) }),
    ...(lifetime.choice === AS_IS ? {} : { lifetime: lifetimeOf(lifetime, longest) }),
  };
  return { name, setName, scopes, setScopes, lifetime, setLifetime, change };
}

/** Changes a token in place: its secret, and what uses it, stay as they are. */
export function EditToken({ row, alike, busy, limits, refused, onSave, onClose }: Props) {
  const { token, host } = row;
  const { longestDays: longest, noFullAccess: noFull = false } = limits.decided ?? {};
  const fields = useChange(row, refused?.asked ?? {}, longest);
  const faults = refusedFaults(refused, fields.change, host.name);
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
      title={m('edit_heading', nameOf(token))}
      deed={m('save')}
      disabled={isEmpty || widens || busy}
      outcome={isEmpty ? <p class="hint">{m('edit_nothing')}</p> : <Reach scopes={fields.scopes} />}
      onSubmit={save}
      onCancel={onClose}
    >
      {alike && <TokenFacts row={row} alike />}
      <p class="hint">{m('edit_explain')}</p>
      <TextField label={m('name')} value={fields.name} fault={faults.name ?? null} onInput={fields.setName} />
      <LifetimeField
        value={fields.lifetime}
        longest={longest}
        fault={faults.lifetime ?? null}
        onChange={fields.setLifetime}
        before={[{ value: AS_IS, label: m('lifetime_as_is') }]}
      />
      {fields.change.lifetime && <LifetimeHints host={host} limits={limits} lifetime={fields.change.lifetime} />}
      <ScopePicker
        scopes={fields.scopes}
        product={productOf(host)}
        fullHint={fullAccessHint({ host, limits })}
        noFull={noFull}
        fault={faults.scopes ?? null}
        onChange={fields.setScopes}
      >
        <FullAccessCheck typed={typed} onType={setTyped} />
      </ScopePicker>
    </Dialog>
  );
}
