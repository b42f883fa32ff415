import { useState } from 'preact/hooks';
import type { KnownHost } from '../../core/host';
import { missingScopes, recipesFor, render, shellsOf, warningsOf } from '../../core/recipe';
import { FIELDS, type FieldId } from '../../core/recipes/fields';
import { placeOf } from '../../core/recipes/place';
import type { Recipe, Shell } from '../../core/recipes/shape';
import type { SnippetPart } from '../../core/snippet';
import { message as m } from '../../platform/message';
import { scopesInWords } from '../text';
import { Choice, Field } from './field';

const MASK = '••••••••';
const shellLabels = { bash: 'shell_bash', powershell: 'shell_powershell', file: 'shell_file' } as const;

/** A file first, since the others then only set what it asks for; else the shell of the user's system. */
function usualShell(recipe: Recipe): Shell {
  const shells = shellsOf(recipe);
  if (shells.includes('file')) return 'file';
  const usual = /Windows/.test(navigator.userAgent) ? 'powershell' : 'bash';
  return shells.find((shell) => shell === usual) ?? shells[0] ?? 'bash';
}

type SnippetProps = { recipe: Recipe; host: KnownHost; scopes: string[]; onCopy: (parts: SnippetPart[]) => void };

function Snippet({ recipe, host, scopes, onCopy }: SnippetProps) {
  const [shell, setShell] = useState(usualShell(recipe));
  const [fields, setFields] = useState<Partial<Record<FieldId, string>>>({});
  const lacking = missingScopes(recipe, scopes);
  const made = render(recipe, { place: placeOf(host), fields, shell });
  const shells = shellsOf(recipe).map((value) => ({ value, label: m(shellLabels[value]) }));
  const choose = (value: string) => setShell(shellsOf(recipe).find((each) => each === value) ?? shell);
  return (
    <>
      {lacking.length > 0 && <p class="hint warning">{m('recipe_lacks', scopesInWords(lacking))}</p>}
      {shells.length > 1 && <Choice label={m('shell')} value={shell} options={shells} onChange={choose} />}
      {[...recipe.needs, ...(recipe.takes ?? [])].map((id) => (
        <Field key={id} label={FIELDS[id]}>
          <input
            type="text"
            autocomplete="off"
            spellcheck={false}
            value={fields[id] ?? ''}
            onInput={(event) => setFields({ ...fields, [id]: event.currentTarget.value })}
          />
        </Field>
      ))}
      {shell === 'file' && recipe.path && <p class="hint">{m('recipe_path', recipe.path)}</p>}
      <section aria-label={m('snippet')}>
        {made.ok ? (
          <pre class="snippet">{made.parts.map((part) => ('text' in part ? part.text : MASK)).join('')}</pre>
        ) : (
          <p class="hint">{m('recipe_fill_in', made.missing.map((id) => FIELDS[id]).join(', '))}</p>
        )}
      </section>
      <p class="hint">{recipe.where}</p>
      {warningsOf(recipe, placeOf(host)).map((text) => (
        <p key={text} class="hint warning">
          {text}
        </p>
      ))}
      <button type="button" class="beside-text" disabled={!made.ok} onClick={() => made.ok && onCopy(made.parts)}>
        {m('copy_snippet')}
      </button>
    </>
  );
}

type Props = Omit<SnippetProps, 'recipe'>;

/** How a tool takes the token: chosen by its name, filled in for this host, with the secret masked. */
export function UseWith(props: Props) {
  const [id, setId] = useState('');
  const recipes = recipesFor(props.scopes, placeOf(props.host));
  const recipe = recipes.find((each) => each.id === id);
  const options = [
    { value: '', label: m('use_with_none') },
    ...recipes.map((each) => ({ value: each.id, label: each.name })),
  ];
  return (
    <section class="use-with">
      <Choice label={m('use_with')} value={id} options={options} onChange={setId} />
      {recipe && <Snippet key={recipe.id} {...props} recipe={recipe} />}
    </section>
  );
}
