import { useState } from 'preact/hooks';
import type { Draft } from '../../core/draft';
import type { HostId, KnownHost } from '../../core/host';
import { defaultName, NAME_BYTES } from '../../core/preset';
import { type Product, productOf } from '../../core/product';
import { BUILT_IN_PURPOSES } from '../../core/purpose-catalogue';
import type { Failure } from '../../core/result';
import { foldScopes, scopesKnownBy } from '../../core/scope-reach';
import type { Token } from '../../core/token';
import { isNameTaken } from '../../core/token-name';
import { message as m } from '../../platform/message';
import { Choice, Field } from '../components/field';
import { FullAccessCheck, isMeant } from '../components/full-access';
import { choiceFor, LifetimeField, lifetimeOf } from '../components/lifetime-field';
import { NoticeLine } from '../components/notice-line';
import { ScopePicker } from '../components/scope-picker';
import type { Notice } from '../state';
import { Trouble } from './trouble';

const CUSTOM = 'custom';

type Props = {
  hosts: KnownHost[];
  host: KnownHost;
  /** The tokens that are there, as far as they are known. */
  tokens: Token[];
  /** What the fields begin with. */
  template: Draft | null;
  /** Why the host could not be read the last time. */
  failure: Failure | null;
  notice: Notice | null;
  busy: boolean;
  onChoose: (id: HostId) => void;
  onCreate: (draft: Draft) => void;
  onCancel: () => void;
  localNow: number;
  onRefresh: () => void;
  onOpen: (url: string) => void;
  onAllow: (address: string) => void;
};

type PurposeProps = { value: string; product: Product; onChange: (value: string) => void };

/** The purposes that this product knows the scopes of, and what the chosen one is known not to do. */
function PurposeChoice({ value, product, onChange }: PurposeProps) {
  const known = scopesKnownBy(product);
  const purposes = BUILT_IN_PURPOSES.filter(({ scopes }) => scopes.every((scope) => known.has(scope)));
  const options = [
    ...purposes.map(({ id, name }) => ({ value: id, label: name })),
    { value: CUSTOM, label: m('purpose_custom') },
  ];
  const gap = purposes.find(({ id }) => id === value)?.gap;
  return (
    <>
      <Choice label={m('purpose')} value={value} options={options} onChange={onChange} />
      {gap && <p class="hint">{gap}</p>}
    </>
  );
}

/** The fields as the user leaves them; a purpose fills in the others, and stays changeable. */
function useFields(template: Draft | null) {
  const given = template && 'days' in template.lifetime ? template.lifetime.days : undefined;
  const [purpose, setPurpose] = useState<string>(CUSTOM);
  const [name, setName] = useState(template?.name ?? '');
  const [nameTyped, setNameTyped] = useState(template !== null);
  const [lifetime, setLifetime] = useState(choiceFor(given ?? 30));
  const [scopes, setScopes] = useState<string[]>(template?.scopes ?? []);
  const choosePurpose = (id: string) => {
    setPurpose(id);
    const chosen = BUILT_IN_PURPOSES.find((each) => each.id === id);
    if (!chosen) return;
    if (!nameTyped) setName(defaultName(chosen, Date.now(), crypto.getRandomValues(new Uint8Array(NAME_BYTES))));
    setLifetime(choiceFor(chosen.days));
    setScopes(chosen.scopes);
  };
  const typeName = (text: string) => {
    setName(text);
    setNameTyped(text !== '');
  };
  const draft: Draft = { name, scopes: foldScopes(scopes), lifetime: lifetimeOf(lifetime) };
  return { purpose, choosePurpose, name, typeName, lifetime, setLifetime, scopes, setScopes, draft };
}

export function Create(props: Props) {
  const { hosts, host, tokens, localNow, notice, busy, onChoose, onCreate, onCancel } = props;
  const product = productOf(host);
  const signedOut = props.failure?.kind === 'signed-out';
  const fields = useFields(props.template);
  const [typed, setTyped] = useState('');
  const [hasty, setHasty] = useState(false);
  const submit = (event: Event) => {
    event.preventDefault();
    const meant = isMeant(fields.scopes, typed);
    setHasty(!meant);
    if (meant) onCreate(fields.draft);
  };
  return (
    <form class="create" onSubmit={submit} noValidate>
      <h1>{m('new_token')}</h1>
      <Trouble {...props} />
      {!signedOut && host.identity && <p class="who">{m('signed_in_as', host.identity.name)}</p>}
      <PurposeChoice value={fields.purpose} product={product} onChange={fields.choosePurpose} />
      <Field label={m('name')}>
        <input
          type="text"
          autocomplete="off"
          value={fields.name}
          onInput={(event) => fields.typeName(event.currentTarget.value)}
        />
      </Field>
      {isNameTaken(fields.name, tokens, localNow) && <p class="hint warning">{m('name_taken')}</p>}
      <div class="side-by-side">
        <Choice
          label={m('organization')}
          value={host.id}
          options={hosts.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(value) => onChoose(hosts.find(({ id }) => id === value)?.id ?? host.id)}
        />
        <LifetimeField value={fields.lifetime} onChange={fields.setLifetime} />
      </div>
      <ScopePicker scopes={fields.scopes} product={product} onChange={fields.setScopes}>
        <FullAccessCheck typed={typed} onType={setTyped} />
      </ScopePicker>
      <footer class="form-end">
        <NoticeLine notice={hasty ? { role: 'alert', text: m('full_access_hasty', m('full_access_word')) } : notice} />
        <div class="buttons">
          <button type="submit" class="primary" disabled={busy || host.identity === null || signedOut}>
            {m('create_token')}
          </button>
          <button type="button" onClick={onCancel}>
            {m('cancel')}
          </button>
        </div>
      </footer>
    </form>
  );
}
