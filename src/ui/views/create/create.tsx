import { useState } from 'preact/hooks';
import type { Draft } from '../../../core/draft';
import type { HostId, KnownHost } from '../../../core/host';
import type { Believed } from '../../../core/minting/limits';
import type { Refused } from '../../../core/minting/refused-field';
import { isNameTaken } from '../../../core/minting/token-name';
import type { Unsent } from '../../../core/minting/unsent';
import { otherWay, type OtherWay as Way } from '../../../core/purposes/other-ways';
import type { Purpose } from '../../../core/purposes/purpose';
import { servesOn } from '../../../core/purposes/purposes';
import type { Failure } from '../../../core/result';
import { productOf } from '../../../core/scopes/product';
import type { Token } from '../../../core/token';
import { message as m } from '../../../platform/message';
import { useFirstFault } from '../../components/fault';
import { Choice, TextField } from '../../components/fields/field';
import { LifetimeField, takesOwnDay } from '../../components/fields/lifetime-field';
import { fullAccessHint, LifetimeHints, RefusedHint } from '../../components/fields/limit-hints';
import { Screen } from '../../components/frames/screen';
import { Reach } from '../../components/reach';
import { FullAccessCheck } from '../../components/scopes/full-access';
import { ScopePicker } from '../../components/scopes/scope-picker';
import { remarkOn } from '../../words/purposes';
import { refusedFaults } from '../../words/refused';
import { Trouble } from '../trouble';
import { type Faults, faultsIn, NO_FAULTS, withRefused } from './faults';
import { useCreateFields } from './fields';
import { OtherWay } from './other-way';
import { PurposeChoice } from './purpose-choice';

type Fields = ReturnType<typeof useCreateFields>;

type Props = {
  hosts: KnownHost[];
  host: KnownHost;
  /** What a host refused of the fields as they were. */
  refused: (Refused & { hostId: HostId }) | null;
  /** The tokens that are there, as far as they are known. */
  tokens: Token[];
  /** What the fields begin with. */
  template: Draft | null;
  /** What was typed before the popup closed over it. */
  unsent: Unsent | null;
  /** Keeps what is typed, while it is on the screen. */
  useKeeping: (unsent: Unsent) => void;
  /** The purpose that the fields begin with, where there is nothing else. */
  first: Purpose | null;
  /** All purposes, in the user's order. */
  purposes: Purpose[];
  /** The user's machine or note, for the name. */
  note: string;
  /** What the host was found to allow. */
  limits: Believed;
  /** Why the host could not be read the last time. */
  failure: Failure | null;
  /** Ways without a token that the user has heard of. */
  silenced: readonly Way[];
  onSilence: (way: Way) => void;
  busy: boolean;
  onChoose: (id: HostId) => void;
  onCreate: (draft: Draft) => void;
  onCancel: () => void;
  localNow: number;
  onRefresh: () => void;
  onOpen: (url: string) => void;
  onAllow: (address: string) => void;
};

type Told = Props & { fields: Fields; faults: Faults };

function NameField({ fields, faults, tokens, localNow }: Told) {
  return (
    <>
      <TextField label={m('name')} value={fields.name} fault={faults.name} onInput={fields.typeName} />
      {isNameTaken(fields.name, tokens, localNow) && <p class="hint warning">{m('name_taken')}</p>}
    </>
  );
}

/** As many letters of a place fit beside the lifetime. */
const SHORT = 18;

/** Where the token is made, and how long it lives there. */
function PlaceAndLifetime({ fields, faults, hosts, host, limits, onChoose }: Told) {
  const isWide = host.name.length > SHORT || takesOwnDay(fields.lifetime);
  return (
    <>
      <div class="side-by-side">
        <div class={isWide ? 'wide' : ''}>
          <Choice
            label={m('organization')}
            value={host.id}
            options={hosts.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(value) => onChoose(hosts.find(({ id }) => id === value)?.id ?? host.id)}
          />
        </div>
        <LifetimeField
          value={fields.lifetime}
          longest={limits.decided?.longestDays}
          fault={faults.lifetime}
          onChange={fields.setLifetime}
        />
      </div>
      <LifetimeHints host={host} limits={limits} lifetime={fields.draft.lifetime} />
    </>
  );
}

function Scopes({
  fields,
  faults,
  typed,
  onType,
  ...props
}: Told & { typed: string; onType: (typed: string) => void }) {
  const purpose = props.purposes.find(({ id }) => id === fields.purpose);
  return (
    <>
      <ScopePicker
        scopes={fields.scopes}
        product={productOf(props.host)}
        remark={purpose && remarkOn(purpose)}
        fullHint={fullAccessHint(props)}
        noFull={props.limits.decided?.noFullAccess ?? false}
        fault={faults.scopes}
        onChange={fields.setScopes}
      >
        <FullAccessCheck typed={typed} fault={faults.full} onType={onType} />
      </ScopePicker>
      <RefusedHint scopes={fields.scopes} host={props.host} limits={props.limits} />
    </>
  );
}

/** Whether anything can be sent there now. */
const canSend = ({ busy, host, failure }: Props) => !busy && host.identity !== null && failure?.kind !== 'signed-out';

function Deeds({ fields, ...props }: Props & { fields: Fields }) {
  return (
    <>
      <Reach scopes={fields.scopes} />
      <div class="buttons">
        <button type="submit" class="primary grows" disabled={!canSend(props)}>
          {m('create_token')}
        </button>
        <button type="button" onClick={props.onCancel}>
          {m('cancel')}
        </button>
      </div>
    </>
  );
}

export function Create(props: Props) {
  const { host, failure } = props;
  const fields = useCreateFields(props);
  props.useKeeping(fields.unsent);
  const [typed, setTyped] = useState('');
  const [tries, setTries] = useState(0);
  useFirstFault(tries, props.refused);
  const found = faultsIn({ ...fields, typed }, Date.now());
  const submit = () => {
    const isRight = Object.values(found).every((fault) => fault === null);
    setTries(isRight ? 0 : tries + 1);
    if (isRight && canSend(props)) props.onCreate(fields.draft);
  };
  const way = otherWay(fields.purpose, productOf(host));
  const refusedHere = props.refused?.hostId === host.id ? props.refused : null;
  const refused = refusedFaults(refusedHere, fields.draft, host.name);
  const faults = withRefused(tries > 0 ? found : NO_FAULTS, refused, fields.scopes);
  const told = { ...props, fields, faults };
  return (
    <Screen
      title={m('new_token')}
      sub={failure?.kind !== 'signed-out' && host.identity && m('signed_in_as', host.identity.name)}
      onBack={props.onCancel}
      onSubmit={submit}
      foot={<Deeds {...props} fields={fields} />}
    >
      <Trouble {...props} />
      <PurposeChoice
        value={fields.purpose}
        purposes={props.purposes.filter(servesOn(productOf(host)))}
        onChange={fields.choosePurpose}
      />
      {way && !props.silenced.includes(way) && <OtherWay way={way} onSilence={props.onSilence} />}
      <NameField {...told} />
      <PlaceAndLifetime {...told} />
      <Scopes {...told} typed={typed} onType={setTyped} />
    </Screen>
  );
}
