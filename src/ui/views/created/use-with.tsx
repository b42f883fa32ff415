import { useEffect, useState } from 'preact/hooks';
import type { KnownHost } from '../../../core/host';
import type { FieldId } from '../../../core/recipes/fields';
import { type HandOver, NOTHING_HANDED_OVER } from '../../../core/recipes/hand-over';
import { placeOf } from '../../../core/recipes/place';
import { FITS, fitOf, missingScopes, recipesFor, type System, shellsOf } from '../../../core/recipes/recipes';
import type { Recipe, Shell } from '../../../core/recipes/shape';
import type { SnippetPart } from '../../../core/recipes/snippet';
import { inBackground } from '../../../platform/log';
import { message as m, wordsFor } from '../../../platform/message';
import { Field } from '../../components/field';
import { Snippet } from './snippet';

type Props = {
  host: KnownHost;
  scopes: string[];
  onCopySnippet: (parts: SnippetPart[]) => void;
  /** What was filled in for the last token of that host. */
  onRecall: (host: KnownHost) => Promise<HandOver>;
  onRemember: (host: KnownHost, handOver: HandOver) => Promise<void>;
};

const system: System = /Windows/.test(navigator.userAgent) ? 'windows' : 'other';

/** A file comes first, since its variable is of no use without it; else the shell that the user chose for another tool. */
function firstOf(shells: Shell[], chosen: Shell | undefined): Shell {
  const [first = 'bash'] = shells;
  return first !== 'file' && chosen && shells.includes(chosen) ? chosen : first;
}

type ToolsProps = { recipes: Recipe[]; scopes: string[]; chosen: string; onChoose: (id: string) => void };

/** All recipes, in groups by what the token may do. */
function Tools({ recipes, scopes, chosen, onChoose }: ToolsProps) {
  const groups = FITS.map((fit) => ({ fit, members: recipes.filter((each) => fitOf(each, scopes) === fit) }));
  return (
    <Field label={m('use_with')}>
      <select value={chosen} onChange={(event) => onChoose(event.currentTarget.value)}>
        <option value="">{m('use_with_none')}</option>
        {groups.map(
          ({ fit, members }) =>
            members.length > 0 && (
              <optgroup key={fit} label={m(`recipes_${fit}`)}>
                {members.map(({ id }) => (
                  <option key={id} value={id}>
                    {wordsFor('recipe_name', id)}
                  </option>
                ))}
              </optgroup>
            ),
        )}
      </select>
    </Field>
  );
}

/** How a tool takes the token: chosen by its name, filled in for this host, with the secret masked. */
export function UseWith({ host, scopes, onCopySnippet, onRecall, onRemember }: Props) {
  const [handOver, change] = useState(NOTHING_HANDED_OVER);
  const [step, goTo] = useState<Shell>();
  const recipes = recipesFor(scopes, placeOf(host));
  const fits = (id: string) => recipes.some((each) => each.id === id && fitOf(each, scopes) !== 'lacking');
  useEffect(() => {
    const recalling = onRecall(host).then((last) =>
      change((now) => {
        // Who was faster has chosen already. A recipe that this token is not for would only say so.
        const recipe = now === NOTHING_HANDED_OVER && fits(last.recipe) ? last.recipe : now.recipe;
        return { ...last, ...now, recipe, fields: { ...last.fields, ...now.fields } };
      }),
    );
    inBackground('what was filled in before', recalling);
  }, [host.id]);
  const recipe = recipes.find((each) => each.id === handOver.recipe);
  const shells = recipe ? shellsOf(recipe, system) : [];
  const fill = (id: FieldId, text: string) => change((now) => ({ ...now, fields: { ...now.fields, [id]: text } }));
  const choose = (id: string) => {
    goTo(undefined);
    change((now) => ({ ...now, recipe: id }));
  };
  const take = (shell: Shell) => {
    goTo(shell);
    if (shell !== 'file') change((now) => ({ ...now, shell }));
  };
  const copy = (parts: SnippetPart[]) => {
    onCopySnippet(parts);
    inBackground('what was filled in', onRemember(host, handOver));
  };
  return (
    <section>
      <Tools recipes={recipes} scopes={scopes} chosen={recipe?.id ?? ''} onChoose={choose} />
      {recipe && (
        <Snippet
          recipe={recipe}
          place={placeOf(host)}
          lacking={missingScopes(recipe, scopes)}
          shells={shells}
          shell={step ?? firstOf(shells, handOver.shell)}
          fields={handOver.fields}
          onShell={take}
          onField={fill}
          onCopy={copy}
        />
      )}
    </section>
  );
}
