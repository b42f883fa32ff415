import type { TargetedKeyboardEvent } from 'preact';
import { useState } from 'preact/hooks';
import type { Area } from '../../../core/scopes/catalogue';
import { message as m, wordsFor } from '../../../platform/message';
import { deedInWords } from '../../words/scopes';
import { Icon } from '../icon';
import { REST, ScopeExplanation, useExplanations } from './explained';

type Props = { areas: Area[]; scopes: string[]; onChange: (scopes: string[]) => void };

function withLevel(scopes: string[], area: Area, scope: string): string[] {
  const others = scopes.filter((each) => !area.levels.some((level) => level.scope === each));
  return scope === '' ? others : [...others, scope];
}

type AreaProps = Omit<Props, 'areas'> & { area: Area; isTabStop: boolean; onFocus: () => void };

/** What each level of an area lets do, where none is chosen. */
const Levels = ({ area }: { area: Area }) => (
  <>
    {area.levels.map(({ scope, level }) => (
      <span key={scope}>{m('explain_level', wordsFor('level', level), deedInWords(scope))}</span>
    ))}
  </>
);

/** One row, all of which opens the list of levels. It says what they let do where the mouse or the focus rests on it. */
function AreaLevel({ area, scopes, onChange, isTabStop, onFocus }: AreaProps) {
  const chosen = area.levels.find(({ scope }) => scopes.includes(scope))?.scope ?? '';
  const { idOf, around, hide, tip } = useExplanations(REST);
  return (
    <div class="area-row" {...around(0)} onPointerDown={hide}>
      <label class={chosen === '' ? 'area' : 'area chosen'}>
        <span class="area-name">{wordsFor('area', area.id)}</span>
        <select
          value={chosen}
          aria-describedby={idOf(0)}
          tabIndex={isTabStop ? 0 : -1}
          onFocus={onFocus}
          onChange={(event) => onChange(withLevel(scopes, area, event.currentTarget.value))}
        >
          <option value="">{m('no_access')}</option>
          {area.levels.map(({ scope, level }) => (
            <option key={scope} value={scope}>
              {wordsFor('level', level)}
            </option>
          ))}
        </select>
        <Icon name="down" />
      </label>
      {tip(0, chosen === '' ? <Levels area={area} /> : <ScopeExplanation scope={chosen} />)}
    </div>
  );
}

const steps: Record<string, (at: number, count: number) => number> = {
  ArrowDown: (at, count) => Math.min(at + 1, count - 1),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** The keys of a list, but for a list of levels that is open, and with Alt, which opens it. */
function walk(event: TargetedKeyboardEvent<HTMLElement>): void {
  const step = steps[event.key];
  const { target, currentTarget } = event;
  if (!step || event.altKey || !(target instanceof HTMLSelectElement) || target.matches(':open')) return;
  event.preventDefault();
  const rows = [...currentTarget.querySelectorAll('select')];
  rows[step(rows.indexOf(target), rows.length)]?.focus();
}

/** All areas, one row each: for Tab they are one stop, and arrows move in them. */
export function ScopeAreas({ areas, scopes, onChange }: Props) {
  const [at, goTo] = useState('');
  const stop = areas.find(({ id }) => id === at) ?? areas[0];
  return (
    <fieldset aria-label={m('areas')} class="areas" onKeyDown={walk}>
      {areas.map((area) => (
        <AreaLevel
          key={area.id}
          area={area}
          scopes={scopes}
          onChange={onChange}
          isTabStop={area === stop}
          onFocus={() => goTo(area.id)}
        />
      ))}
      {areas.length === 0 && <p class="hint">{m('no_scope_found')}</p>}
    </fieldset>
  );
}
