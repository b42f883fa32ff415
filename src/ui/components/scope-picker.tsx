import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { areasFor, inCatalogueOrder, searchAreas } from '../../core/scopes/areas';
import { type Area, FULL_ACCESS } from '../../core/scopes/catalogue';
import type { Product } from '../../core/scopes/product';
import { foldScopes, isHighPrivilege } from '../../core/scopes/reach';
import { message as m, wordsFor } from '../../platform/message';
import { listInWords } from '../../platform/words';
import { areaWords, deedInWords } from '../words/scopes';
import { Checkbox } from './field';
import './scope-picker.css';

type Props = { scopes: string[]; onChange: (scopes: string[]) => void };
type PickerProps = Props & {
  /** Whose scopes are offered. */
  product: Product;
  /** What is to be known before full access is chosen. */
  fullHint?: string | undefined;
  /** What else is asked where full access is chosen. */
  children: ComponentChildren;
};

function withLevel(scopes: string[], area: Area, scope: string): string[] {
  const others = scopes.filter((each) => !area.levels.some((level) => level.scope === each));
  return scope === '' ? others : [...others, scope];
}

function AreaLevel({ area, scopes, onChange, disabled }: Props & { area: Area; disabled: boolean }) {
  const chosen = area.levels.find(({ scope }) => scopes.includes(scope))?.scope ?? '';
  return (
    <label class="area">
      <span class="area-name">{wordsFor('area', area.id)}</span>
      <select
        value={chosen}
        disabled={disabled}
        onChange={(event) => onChange(withLevel(scopes, area, event.currentTarget.value))}
      >
        <option value="">{m('no_access')}</option>
        {area.levels.map(({ scope, level }) => (
          <option key={scope} value={scope}>
            {wordsFor('level', level)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** What a token with these scopes will be able to do, in words and in ids. */
function Reach({ scopes }: { scopes: string[] }) {
  if (scopes.length === 0) return <p class="chosen-scopes">{m('no_scopes_chosen')}</p>;
  return (
    <>
      <p aria-live="polite">{m('can_do', listInWords(inCatalogueOrder(scopes).map(deedInWords)))}</p>
      {isHighPrivilege(scopes) && <p class="hint warning">{m('high_privilege')}</p>}
      <p class="chosen-scopes">{m('chosen_scopes', foldScopes(scopes).join(' '))}</p>
    </>
  );
}

/** The chosen scopes that no area offers here: those of a token that Patina does not know, or an older product. */
function Kept({ scopes, areas, onChange }: Props & { areas: Area[] }) {
  const offered = new Set(areas.flatMap(({ levels }) => levels.map(({ scope }) => scope)));
  const kept = scopes.filter((scope) => scope !== FULL_ACCESS && !offered.has(scope));
  if (kept.length === 0) return null;
  return (
    <ul class="kept-scopes" aria-label={m('kept_scopes')}>
      {kept.map((scope) => (
        <li key={scope}>
          <span>{m('kept_scope', scope)}</span>
          <button
            type="button"
            aria-label={m('remove_host', scope)}
            onClick={() => onChange(scopes.filter((each) => each !== scope))}
          >
            {m('remove')}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** One level for each area, or full access instead of all of them. */
export function ScopePicker({ scopes, product, fullHint, onChange, children }: PickerProps) {
  const [search, setSearch] = useState('');
  const [before, setBefore] = useState<string[]>([]);
  const full = scopes.includes(FULL_ACCESS);
  const hint = useId();
  const chooseFull = (chosen: boolean) => {
    if (chosen) setBefore(scopes);
    onChange(chosen ? [FULL_ACCESS] : before);
  };
  const known = areasFor(product);
  const areas = searchAreas(search, known, areaWords);
  return (
    <fieldset class="scopes">
      <legend>{m('scopes')}</legend>
      <input
        type="search"
        aria-label={m('search_scopes')}
        placeholder={m('search_scopes')}
        onInput={(event) => setSearch(event.currentTarget.value)}
      />
      {/* It scrolls, also where its lists cannot take the focus. */}
      <div class="areas" tabIndex={full ? 0 : undefined}>
        {areas.map((area) => (
          <AreaLevel key={area.id} area={area} scopes={scopes} onChange={onChange} disabled={full} />
        ))}
        {areas.length === 0 && <p class="hint">{m('no_scope_found')}</p>}
      </div>
      <Kept scopes={scopes} areas={known} onChange={onChange} />
      <Checkbox label={m('full_access')} checked={full} describedBy={fullHint && hint} onChange={chooseFull} />
      {fullHint && (
        <p class="hint warning" id={hint}>
          {fullHint}
        </p>
      )}
      {full && <p class="hint">{m('full_access_explain')}</p>}
      {full && children}
      <Reach scopes={scopes} />
    </fieldset>
  );
}
