import { useState } from 'preact/hooks';
import type { Draft } from '../../../core/draft';
import type { HostId, KnownHost } from '../../../core/host';
import type { Limits } from '../../../core/minting/limits';
import { isNameTaken } from '../../../core/minting/token-name';
import type { Unsent } from '../../../core/minting/unsent';
import type { Purpose } from '../../../core/purposes/purpose';
import { servesOn } from '../../../core/purposes/purposes';
import type { Failure } from '../../../core/result';
import { productOf } from '../../../core/scopes/product';
import type { Token } from '../../../core/token';
import { message as m } from '../../../platform/message';
import { Choice, TextField } from '../../components/field';
import { FullAccessCheck, isMeant } from '../../components/full-access';
import { isDayMissing, LifetimeField } from '../../components/lifetime-field';
import { fullAccessHint, LifetimeHints, RefusedHint } from '../../components/limit-hints';
import { ScopePicker } from '../../components/scope-picker';
import { Screen } from '../../components/screen';
import { Trouble } from '../trouble';
import { useCreateFields } from './fields';
import { PurposeChoice } from './purpose-choice';

type Fields = ReturnType<typeof useCreateFields>;

type Props = {
  hosts: KnownHost[];
  host: KnownHost;
  /** The tokens that are there, as far as they are known. */
  tokens: Token[];
  /** What the fields begin with. */
  template: Draft | null;
  /** What was typed before the popup closed over it. */
  unsent: Unsent | null;
  /** Keeps what is typed, while it is on the screen. */
  useKeeping: (unsent: Unsent, initial: Unsent) => void;
  /** All purposes, in the user's order. */
  purposes: Purpose[];
  /** The user's machine or note, for the name. */
  note: string;
  /** What the host was found to allow. */
  limits: Limits;
  /** Why the host could not be read the last time. */
  failure: Failure | null;
  busy: boolean;
  onChoose: (id: HostId) => void;
  onCreate: (draft: Draft) => void;
  onCancel: () => void;
  localNow: number;
  onRefresh: () => void;
  onOpen: (url: string) => void;
  onAllow: (address: string) => void;
};

function NameField({ fields, tokens, localNow }: { fields: Fields } & Pick<Props, 'tokens' | 'localNow'>) {
  return (
    <>
      <TextField label={m('name')} value={fields.name} onInput={fields.typeName} />
      {isNameTaken(fields.name, tokens, localNow) && <p class="hint warning">{m('name_taken')}</p>}
    </>
  );
}

type PlaceProps = { fields: Fields } & Pick<Props, 'hosts' | 'host' | 'limits' | 'onChoose'>;

/** Where the token is made, and how long it lives there. */
function PlaceAndLifetime({ fields, hosts, host, limits, onChoose }: PlaceProps) {
  return (
    <>
      <div class="side-by-side">
        <Choice
          label={m('organization')}
          value={host.id}
          options={hosts.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(value) => onChoose(hosts.find(({ id }) => id === value)?.id ?? host.id)}
        />
        <LifetimeField value={fields.lifetime} onChange={fields.setLifetime} />
      </div>
      <LifetimeHints host={host} limits={limits} lifetime={fields.draft.lifetime} />
    </>
  );
}

/** What is still missing before anything is sent, as a sentence. */
function missingIn({ scopes, lifetime }: Fields, typed: string): string | null {
  if (!isMeant(scopes, typed)) return m('full_access_hasty', m('full_access_word'));
  return isDayMissing(lifetime) ? m('expiry_date_missing') : null;
}

export function Create(props: Props) {
  const { host, limits, busy } = props;
  const product = productOf(host);
  const signedOut = props.failure?.kind === 'signed-out';
  const fields = useCreateFields(props);
  props.useKeeping(fields.unsent, fields.initial);
  const [typed, setTyped] = useState('');
  const [missing, setMissing] = useState<string | null>(null);
  const submit = () => {
    const still = missingIn(fields, typed);
    setMissing(still);
    if (still === null) props.onCreate(fields.draft);
  };
  return (
    <Screen
      title={m('new_token')}
      sub={!signedOut && host.identity && m('signed_in_as', host.identity.name)}
      onSubmit={submit}
      foot={
        <>
          <p role="alert" class="fault">
            {missing}
          </p>
          <div class="buttons">
            <button type="submit" class="primary" disabled={busy || host.identity === null || signedOut}>
              {m('create_token')}
            </button>
            <button type="button" onClick={props.onCancel}>
              {m('cancel')}
            </button>
          </div>
        </>
      }
    >
      <Trouble {...props} />
      <PurposeChoice
        value={fields.purpose}
        purposes={props.purposes.filter(servesOn(product))}
        onChange={fields.choosePurpose}
      />
      <NameField {...props} fields={fields} />
      <PlaceAndLifetime {...props} fields={fields} />
      <ScopePicker
        scopes={fields.scopes}
        product={product}
        fullHint={fullAccessHint(props)}
        onChange={fields.setScopes}
      >
        <FullAccessCheck typed={typed} onType={setTyped} />
      </ScopePicker>
      <RefusedHint scopes={fields.scopes} host={host} limits={limits} />
    </Screen>
  );
}
