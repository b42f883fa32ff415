import type { FieldId } from '../../../core/recipes/fields';
import type { Place } from '../../../core/recipes/place';
import { asksForToken, render, warningsOf } from '../../../core/recipes/recipes';
import type { Recipe, Shell } from '../../../core/recipes/shape';
import type { SnippetPart } from '../../../core/recipes/snippet';
import { message as m, wordsFor } from '../../../platform/message';
import { listInWords } from '../../../platform/words';
import { Choice, Field } from '../../components/field';
import { scopesInWords } from '../../words/scopes';

const MASK = '••••••••';
const shellLabels = { bash: 'shell_bash', powershell: 'shell_powershell', file: 'shell_file' } as const;
/** Beside a file a shell only sets the variable that the file names. */
const stepLabels = { bash: 'variable_bash', powershell: 'variable_powershell', file: 'shell_file' } as const;

type Props = {
  recipe: Recipe;
  place: Place;
  /** Scopes that the recipe needs and the token has not. */
  lacking: string[];
  shells: Shell[];
  shell: Shell;
  fields: Partial<Record<FieldId, string>>;
  onShell: (shell: Shell) => void;
  onField: (id: FieldId, text: string) => void;
  onCopy: (parts: SnippetPart[]) => void;
};

/** The choice of a shell, or of the two steps of a recipe that has a file and a variable. */
function Shells({ shells, shell, onShell }: Props) {
  const labels = shells.includes('file') ? stepLabels : shellLabels;
  const options = shells.map((value) => ({ value, label: m(labels[value]) }));
  const choose = (value: string) => onShell(shells.find((each) => each === value) ?? shell);
  return shells.length > 1 ? <Choice label={m('shell')} value={shell} options={options} onChange={choose} /> : null;
}

function Fields({ recipe, fields, onField }: Props) {
  return [...recipe.needs, ...(recipe.takes ?? [])].map((id) => (
    <Field key={id} label={wordsFor('recipe_field', id)}>
      <input
        type="text"
        autocomplete="off"
        spellcheck={false}
        value={fields[id] ?? ''}
        onInput={(event) => onField(id, event.currentTarget.value)}
      />
    </Field>
  ));
}

/** Each line by itself, so that what does not fit goes on a little to the right of where the next line begins. */
function Lines({ text }: { text: string }) {
  const lines = text.split(/(?<=\n)/);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long one scrolls, also for who has no mouse
    <pre class="snippet" tabIndex={0}>
      {lines.map((line, index) => (
        <span key={`${index} ${line}`} class="snippet-line">
          {line}
        </span>
      ))}
    </pre>
  );
}

/** One recipe: what it has to be told, what it says, and what is to be known about it. */
export function Snippet(props: Props) {
  const { recipe, place, lacking, shell, fields, onCopy } = props;
  const made = render(recipe, { place, fields, shell });
  return (
    <>
      {lacking.length > 0 && <p class="hint warning">{m('recipe_lacks', scopesInWords(lacking))}</p>}
      <Shells {...props} />
      <Fields {...props} />
      {shell === 'file' && recipe.path && <p class="hint">{m('recipe_path', wordsFor('recipe_path', recipe.path))}</p>}
      <section aria-label={m('snippet')}>
        {made.ok ? (
          <Lines text={made.parts.map((part) => ('text' in part ? part.text : MASK)).join('')} />
        ) : (
          <p class="hint">{m('recipe_fill_in', listInWords(made.missing.map((id) => wordsFor('recipe_field', id))))}</p>
        )}
      </section>
      <button type="button" class="beside-text" disabled={!made.ok} onClick={() => made.ok && onCopy(made.parts)}>
        {m('copy_snippet')}
      </button>
      {made.ok && asksForToken(made.parts) && <p class="hint">{m('recipe_asks')}</p>}
      <p class="hint">{m('recipe_where', wordsFor('recipe_where', recipe.where))}</p>
      {warningsOf(recipe, place).map((id) => (
        <p key={id} class="hint warning">
          {wordsFor('recipe_warning', id)}
        </p>
      ))}
    </>
  );
}
