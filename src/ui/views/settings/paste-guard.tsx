import { useId, useState } from 'preact/hooks';
import { type Guard, readSite, type SiteFault } from '../../../core/guard/guard';
import type { KnownHost } from '../../../core/host';
import { holdsSecret } from '../../../core/hosts/pasted-secret';
import { message as m, wordsFor } from '../../../platform/message';
import { Checkbox, TextField } from '../../components/fields/field';
import { Name } from '../../components/name';
import './settings.css';

type Props = {
  guard: Guard;
  /** Sites of its list into which the browser does not let it. */
  unallowed: string[];
  /** Where tokens are at home: none of these is guarded. */
  hosts: KnownHost[];
  onAdd: (site: string) => void;
  onRemove: (site: string) => void;
  onSwitch: (on: boolean) => void;
};

function SiteForm({ hosts, onAdd }: Pick<Props, 'hosts' | 'onAdd'>) {
  const [address, setAddress] = useState('');
  const [fault, setFault] = useState<SiteFault | null>(null);
  const submit = (event: Event) => {
    event.preventDefault();
    const read = readSite(address, hosts);
    setFault('fault' in read ? read.fault : null);
    if ('site' in read) onAdd(read.site);
    if ('site' in read || holdsSecret(address)) setAddress('');
  };
  return (
    <form onSubmit={submit} class="address-form">
      <TextField
        label={m('guard_site')}
        value={address}
        placeholder={m('guard_site_hint')}
        spellcheck={false}
        fault={fault && wordsFor('site_fault', fault)}
        onInput={(text) => {
          setAddress(text);
          setFault(null);
        }}
      />
      <button type="submit">{m('guard_add')}</button>
    </form>
  );
}

function Site({
  site,
  isAllowed,
  onAdd,
  onRemove,
}: { site: string; isAllowed: boolean } & Pick<Props, 'onAdd' | 'onRemove'>) {
  return (
    <li>
      <div class="host-line">
        <div class="token-text">
          <span class="host-name">
            <Name of={site} />
          </span>
          {!isAllowed && <p class="who">{m('guard_unallowed')}</p>}
        </div>
        {!isAllowed && (
          <button type="button" aria-label={m('guard_allow', site)} onClick={() => onAdd(site)}>
            {m('allow')}
          </button>
        )}
        <button type="button" class="quiet" aria-label={m('remove_host', site)} onClick={() => onRemove(site)}>
          {m('remove')}
        </button>
      </div>
    </li>
  );
}

/** On which sites the user is asked before a token goes into the page, and what that means for what they paste there. */
export function PasteGuard({ guard, unallowed, hosts, onAdd, onRemove, onSwitch }: Props) {
  const explanation = useId();
  return (
    <>
      <div id={explanation}>
        <p class="hint">{m('guard_explain')}</p>
        <p class="hint">{m('guard_privacy')}</p>
      </div>
      <SiteForm hosts={hosts} onAdd={onAdd} />
      {guard.sites.length > 0 && (
        <>
          <Checkbox label={m('guard_on')} checked={guard.on} describedBy={explanation} onChange={onSwitch} />
          <ul class="hosts" aria-label={m('guard_sites')}>
            {guard.sites.map((site) => (
              <Site key={site} site={site} isAllowed={!unallowed.includes(site)} onAdd={onAdd} onRemove={onRemove} />
            ))}
          </ul>
        </>
      )}
    </>
  );
}
