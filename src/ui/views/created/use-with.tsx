import { useEffect, useRef, useState } from 'preact/hooks';
import type { KnownHost } from '../../../core/host';
import type { FieldId } from '../../../core/recipes/fields';
import { type HandOver, NOTHING_HANDED_OVER } from '../../../core/recipes/hand-over';
import { placeOf } from '../../../core/recipes/place';
import { FITS, fitOf, missingScopes, recipesFor, type System, shellsOf } from '../../../core/recipes/recipes';
import type { Recipe, Shell } from '../../../core/recipes/shape';
import type { SnippetPart } from '../../../core/recipes/snippet';
import { inBackground } from '../../../platform/log';
import { message as m, wordsFor } from '../../../platform/message';
import { Choice, Field } from '../../components/fields/field';
import { Icon } from '../../components/icon';
import { Snippet } from './snippet';

const system: System = /Windows/.test(navigator.userAgent) ? 'windows' : 'other';

const shellLabels = { bash: 'shell_bash', powershell: 'shell_powershell', file: 'shell_file' } as const;
/** Beside a file a shell only sets the variable that the file names. */
const stepLabels = { bash: 'variable_bash', powershell: 'variable_powershell', file: 'shell_file' } as const;

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
      <span class="select">
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
        <Icon name="down" />
      </span>
    </Field>
  );
}

type ShellsProps = { shells: Shell[]; shell: Shell; onShell: (shell: Shell) => void };

/** The choice of a shell, or of the two steps of a recipe that has a file and a variable. */
function Shells({ shells, shell, onShell }: ShellsProps) {
  const labels = shells.includes('file') ? stepLabels : shellLabels;
  const options = shells.map((value) => ({ value, label: m(labels[value]) }));
  const choose = (value: string) => onShell(shells.find((each) => each === value) ?? shell);
  return shells.length > 1 ? <Choice label={m('shell')} value={shell} options={options} onChange={choose} /> : null;
}

type Props = {
  host: KnownHost;
  scopes: string[];
  /** Ids of the recipes that an administrator lets be shown, if one has decided that. */
  shown?: readonly string[] | undefined;
  /** Which recipe is on the screen. */
  onRecipe: (recipe: Recipe | undefined) => void;
  /** Nothing else was copied since. */
  isLast: boolean;
  /** Answers whether it is on the clipboard. */
  onCopySnippet: (parts: SnippetPart[]) => Promise<boolean>;
  /** What was chosen and filled in for the last token of that host. */
  onRecall: (host: KnownHost) => Promise<HandOver>;
  onRemember: (host: KnownHost, handOver: HandOver) => Promise<void>;
};

/** What was chosen and filled in the last time, and now. What is chosen is remembered once it is known what was. */
function useHandOver({ host, onRecall, onRemember }: Props, fits: (id: string) => boolean) {
  const [handOver, change] = useState(NOTHING_HANDED_OVER);
  const recalled = useRef(false);
  useEffect(() => {
    const recalling = onRecall(host).then((last) => {
      recalled.current = true;
      change((now) => {
        // Who was faster has chosen already. A recipe that this token is not for would only say so.
        const recipe = now === NOTHING_HANDED_OVER && fits(last.recipe) ? last.recipe : now.recipe;
        return { ...last, ...now, recipe, fields: { ...last.fields, ...now.fields } };
      });
    });
    inBackground('what was filled in before', recalling);
  }, [host.id]);
  const remember = (chosen: HandOver) => {
    if (recalled.current) inBackground('what was filled in', onRemember(host, chosen));
  };
  return { handOver, change, remember };
}

/** How a tool takes the token: chosen by its name, filled in for this host, with the secret masked. */
export function UseWith(props: Props) {
  const { host, scopes, onCopySnippet } = props;
  const [step, goTo] = useState<Shell>();
  const [copied, setCopied] = useState(false);
  const recipes = recipesFor(scopes, placeOf(host)).filter(({ id }) => props.shown?.includes(id) ?? true);
  const fits = (id: string) => recipes.some((each) => each.id === id && fitOf(each, scopes) !== 'lacking');
  const { handOver, change, remember } = useHandOver(props, fits);
  const recipe = recipes.find((each) => each.id === handOver.recipe);
  useEffect(() => props.onRecipe(recipe), [recipe]);
  const shells = recipe ? shellsOf(recipe, system) : [];
  const shell = step ?? firstOf(shells, handOver.shell);
  const turnTo = (changed: (now: HandOver) => Partial<HandOver>) => {
    setCopied(false);
    change((now) => ({ ...now, ...changed(now) }));
  };
  const fill = (id: FieldId, text: string) => turnTo(({ fields }) => ({ fields: { ...fields, [id]: text } }));
  const choose = (id: string) => {
    goTo(undefined);
    turnTo(() => ({ recipe: id }));
    remember({ ...handOver, recipe: id });
  };
  const take = (to: Shell) => {
    goTo(to);
    turnTo(() => (to === 'file' ? {} : { shell: to }));
  };
  const copy = async (parts: SnippetPart[]) => {
    remember(handOver);
    setCopied(await onCopySnippet(parts));
  };
  return (
    <section class="use-with">
      <div class="side-by-side">
        <Tools recipes={recipes} scopes={scopes} chosen={recipe?.id ?? ''} onChoose={choose} />
        {recipe && <Shells shells={shells} shell={shell} onShell={take} />}
      </div>
      {props.shown && <p class="hint">{m('decided')}</p>}
      {recipe && (
        <Snippet
          recipe={recipe}
          place={placeOf(host)}
          lacking={missingScopes(recipe, scopes)}
          shell={shell}
          fields={handOver.fields}
          copied={copied && props.isLast}
          onField={fill}
          onCopy={copy}
        />
      )}
    </section>
  );
}
