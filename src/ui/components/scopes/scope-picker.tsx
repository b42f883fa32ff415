import type { ComponentChildren, TargetedKeyboardEvent } from 'preact';
import { useId, useMemo, useState } from 'preact/hooks';
import { areasFor, searchAreas } from '../../../core/scopes/areas';
import { FULL_ACCESS, isFullAccess } from '../../../core/scopes/full-access';
import type { Product } from '../../../core/scopes/product';
import { message as m } from '../../../platform/message';
import { areaWords, inOrderOfNames } from '../../words/scopes';
import { useFault } from '../fault';
import { Checkbox } from '../fields/field';
import { SearchField } from '../fields/search-field';
import { ScopeAreas } from './scope-areas';
import { ScopeChips } from './scope-chips';
import './scope-picker.css';

type Props = {
  scopes: string[];
  /** Whose scopes are offered. */
  product: Product;
  /** What is to be known of what is chosen. */
  remark?: string | undefined;
  /** What is to be known before full access is chosen. */
  fullHint?: string | undefined;
  /** Whether an administrator does not allow it. */
  noFull?: boolean;
  /** What is wrong with the choice. */
  fault?: string | null;
  onChange: (scopes: string[]) => void;
  /** What else is asked where full access is chosen. */
  children: ComponentChildren;
};

/** From the search, down leads into what was found; so does Enter, which would else send the form off. */
function goDown(event: TargetedKeyboardEvent<HTMLElement>): void {
  const isSearch = event.target instanceof HTMLInputElement && event.target.type === 'search';
  if (!isSearch || (event.key !== 'ArrowDown' && event.key !== 'Enter')) return;
  event.preventDefault();
  event.currentTarget.querySelector('select')?.focus();
}

type FullProps = {
  full: boolean;
  disabled: boolean;
  hint: string | undefined;
  children: ComponentChildren;
  onChange: (full: boolean) => void;
};

/** What stands in the way of least privilege: the last row, and red. */
function FullAccess({ full, disabled, hint, children, onChange }: FullProps) {
  const id = useId();
  return (
    <div class="full-access">
      <Checkbox
        label={m('full_access')}
        checked={full}
        disabled={disabled}
        describedBy={hint && id}
        onChange={onChange}
      />
      {hint && (
        <p class="hint warning" id={id}>
          {hint}
        </p>
      )}
      {full && children}
    </div>
  );
}
/** One level for each area, or full access instead of all of them. */
export function ScopePicker(props: Props) {
  const { scopes, product, remark, fullHint, noFull = false, fault = null, onChange, children } = props;
  const { wrong, said } = useFault(fault);
  const [search, setSearch] = useState('');
  const [before, setBefore] = useState<string[]>([]);
  const full = scopes.some(isFullAccess);
  const chooseFull = (chosen: boolean) => {
    if (chosen) setBefore(scopes);
    onChange(chosen ? [FULL_ACCESS] : before);
  };
  const known = useMemo(() => inOrderOfNames(areasFor(product)), [product]);
  const offered = new Set([FULL_ACCESS, ...known.flatMap(({ levels }) => levels.map(({ scope }) => scope))]);
  return (
    <fieldset class="scopes" onKeyDown={goDown}>
      <legend>{m('scopes')}</legend>
      <SearchField label={m('search_scopes')} value={search} wrong={wrong} onInput={setSearch} />
      {said}
      {scopes.length > 0 && (
        <ScopeChips
          scopes={scopes}
          kept={scopes.filter((scope) => !offered.has(scope))}
          onRemove={(scope) => onChange(scope === FULL_ACCESS ? before : scopes.filter((each) => each !== scope))}
        />
      )}
      {remark && <p class="hint">{remark}</p>}
      {!full && <ScopeAreas areas={searchAreas(search, known, areaWords)} scopes={scopes} onChange={onChange} />}
      <FullAccess full={full} disabled={noFull && !full} hint={fullHint} onChange={chooseFull}>
        {children}
      </FullAccess>
    </fieldset>
  );
}
