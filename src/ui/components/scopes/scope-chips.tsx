import type { TargetedMouseEvent } from 'preact';
import { FULL_ACCESS } from '../../../core/scopes/full-access';
import { scopeInWords } from '../../../platform/in-words/scopes';
import { message as m } from '../../../platform/message';
import { Chip } from '../chip';

type Props = {
  scopes: string[];
  /** Those of them that no area offers here: of a token that Patina does not know, or an older product. */
  kept: string[];
  onRemove: (scope: string) => void;
};

/** The focus goes on to a neighbour of the chip that is about to go, else to the search above. */
function keepFocus({ currentTarget }: TargetedMouseEvent<HTMLElement>): void {
  const around = currentTarget.closest('fieldset');
  const chips = [...(around?.querySelectorAll<HTMLElement>('.chip') ?? [])];
  const at = chips.findIndex((chip) => chip.contains(document.activeElement));
  const next = chips[at + 1] ?? chips[at - 1] ?? around?.querySelector<HTMLElement>('input');
  if (at >= 0) next?.focus();
}

/** What is chosen, each to be taken off again. */
export function ScopeChips({ scopes, kept, onRemove }: Props) {
  const chip = (scope: string, words: string) => (
    <li key={scope}>
      <Chip removing={m('remove_host', words)} isGrave={scope === FULL_ACCESS} onRemove={() => onRemove(scope)}>
        {words}
      </Chip>
    </li>
  );
  const known = scopes.filter((scope) => !kept.includes(scope));
  return (
    <div class="chosen-scopes" onClickCapture={keepFocus}>
      {known.length > 0 && (
        <ul class="chips" aria-label={m('chosen_scopes')}>
          {known.map((scope) => chip(scope, scopeInWords(scope)))}
        </ul>
      )}
      {kept.length > 0 && (
        <>
          <ul class="chips" aria-label={m('kept_scopes')}>
            {kept.map((scope) => chip(scope, scope))}
          </ul>
          <p class="hint">{m('kept_explain')}</p>
        </>
      )}
    </div>
  );
}
