import { useState } from 'preact/hooks';
import { type Area, FULL_ACCESS } from '../../core/scope-catalogue';
import { searchAreas } from '../../core/scopes';
import { message as m } from '../../platform/message';

type Props = { scopes: string[]; onChange: (scopes: string[]) => void };

function withLevel(scopes: string[], area: Area, scope: string): string[] {
  const others = scopes.filter((each) => !area.levels.some((level) => level.scope === each));
  return scope === '' ? others : [...others, scope];
}

function AreaLevel({ area, scopes, onChange, disabled }: Props & { area: Area; disabled: boolean }) {
  const chosen = area.levels.find(({ scope }) => scopes.includes(scope))?.scope ?? '';
  return (
    <label class="area">
      <span>{area.name}</span>
      <select
        value={chosen}
        disabled={disabled}
        onChange={(event) => onChange(withLevel(scopes, area, event.currentTarget.value))}
      >
        <option value="">{m('no_access')}</option>
        {area.levels.map(({ scope, label }) => (
          <option key={scope} value={scope}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}

/** One level for each area, or full access instead of all of them. */
export function ScopePicker({ scopes, onChange }: Props) {
  const [search, setSearch] = useState('');
  const full = scopes.includes(FULL_ACCESS);
  const areas = searchAreas(search);
  return (
    <fieldset class="scopes">
      <legend>{m('scopes')}</legend>
      <input
        type="search"
        aria-label={m('search_scopes')}
        placeholder={m('search_scopes')}
        onInput={(event) => setSearch(event.currentTarget.value)}
      />
      <div class="areas">
        {areas.map((area) => (
          <AreaLevel key={area.name} area={area} scopes={scopes} onChange={onChange} disabled={full} />
        ))}
        {areas.length === 0 && <p class="hint">{m('no_scope_found')}</p>}
      </div>
      <label class="check">
        <input
          type="checkbox"
          checked={full}
          onChange={(event) => onChange(event.currentTarget.checked ? [FULL_ACCESS] : [])}
        />
        <span>{m('full_access')}</span>
      </label>
      <p class="hint">{full ? m('full_access_explain') : ''}</p>
      <p class="chosen-scopes">
        {scopes.length === 0 ? m('no_scopes_chosen') : `${m('chosen_scopes')} ${scopes.join(' ')}`}
      </p>
    </fieldset>
  );
}
