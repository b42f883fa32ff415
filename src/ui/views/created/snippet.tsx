import { useRef } from 'preact/hooks';
import type { FieldId } from '../../../core/recipes/fields';
import type { Place } from '../../../core/recipes/place';
import { type PreviewPart, preview } from '../../../core/recipes/preview';
import { asksForToken, render, warningsOf } from '../../../core/recipes/recipes';
import type { Recipe, Shell } from '../../../core/recipes/shape';
import type { SnippetPart } from '../../../core/recipes/snippet';
import { scopesInWords } from '../../../platform/in-words/scopes';
import { message as m, wordsFor } from '../../../platform/message';
import { Field } from '../../components/fields/field';
import { Icon } from '../../components/icon';

const MASK = '••••••••';

type Props = {
  recipe: Recipe;
  place: Place;
  /** Scopes that the recipe needs and the token has not. */
  lacking: string[];
  shell: Shell;
  fields: Partial<Record<FieldId, string>>;
  /** Whether it was copied as it stands. */
  copied: boolean;
  onField: (id: FieldId, text: string) => void;
  onCopy: (parts: SnippetPart[]) => void;
};

/** What has to be filled in is marked until it is. */
function Fields({ recipe, fields, onField }: Pick<Props, 'recipe' | 'fields' | 'onField'>) {
  return [...recipe.needs, ...(recipe.takes ?? [])].map((id) => (
    <Field key={id} label={wordsFor('recipe_field', id)}>
      <input
        type="text"
        autocomplete="off"
        spellcheck={false}
        placeholder=" "
        required={recipe.needs.includes(id)}
        value={fields[id] ?? ''}
        onInput={(event) => onField(id, event.currentTarget.value)}
      />
    </Field>
  ));
}

function Piece({ part }: { part: PreviewPart }) {
  if ('blank' in part) return <mark>{wordsFor('recipe_field', part.blank)}</mark>;
  return <>{'text' in part ? part.text : MASK}</>;
}

function linesOf(parts: readonly PreviewPart[]): PreviewPart[][] {
  const lines: PreviewPart[][] = [[]];
  const pieces = parts.flatMap((part): PreviewPart[] =>
    'text' in part ? part.text.split(/(?<=\n)/).map((text) => ({ text })) : [part],
  );
  for (const piece of pieces) {
    lines.at(-1)?.push(piece);
    if ('text' in piece && piece.text.endsWith('\n')) lines.push([]);
  }
  return lines.filter((line) => line.length > 0);
}

/** Each line by itself, so that what does not fit goes on a little to the right of where the next line begins. */
function Lines({ parts }: { parts: readonly PreviewPart[] }) {
  return (
    <pre class="snippet" dir="ltr">
      {linesOf(parts).map((line, index) => (
        <span key={index} class="snippet-line">
          {line.map((part, at) => (
            <Piece key={at} part={part} />
          ))}
        </span>
      ))}
    </pre>
  );
}

type HeadProps = { words: string; copied: boolean; isWhole: boolean; onCopy: () => void };

/** Over the snippet, where it is in sight however long the snippet is. */
function Head({ words, copied, isWhole, onCopy }: HeadProps) {
  return (
    <div class="snippet-head">
      <p class="hint">{words}</p>
      <p role="status" class="copied">
        {copied && m('copied')}
      </p>
      <button type="button" class="quiet" aria-disabled={!isWhole} onClick={onCopy}>
        <Icon name={copied ? 'check' : 'copy'} />
        {m('copy_snippet')}
      </button>
    </div>
  );
}

/** What is to be known before it is used: where the secret ends up at once, the rest when it is asked for. */
function Advice({ recipe, place }: Pick<Props, 'recipe' | 'place'>) {
  const warnings = warningsOf(recipe, place);
  return (
    <>
      <p class="hint">{m('recipe_where', wordsFor('recipe_where', recipe.where))}</p>
      {warnings.length > 0 && (
        <details class="hint">
          <summary>{m('good_to_know')}</summary>
          {warnings.map((id) => (
            <p key={id}>{wordsFor('recipe_warning', id)}</p>
          ))}
        </details>
      )}
    </>
  );
}

/** One recipe: what it has to be told, what it says, and what is to be known about it. */
export function Snippet(props: Props) {
  const { recipe, place, lacking, shell, fields, onCopy } = props;
  const form = useRef<HTMLDivElement>(null);
  const asked = { place, fields, shell };
  const made = render(recipe, asked);
  const { parts } = preview(recipe, asked);
  const copy = () => {
    if (made.ok) onCopy(made.parts);
    else form.current?.querySelector<HTMLElement>(':placeholder-shown:required')?.focus();
  };
  const path = shell === 'file' && recipe.path ? m('recipe_path', wordsFor('recipe_path', recipe.path)) : '';
  return (
    <>
      {lacking.length > 0 && <p class="hint warning">{m('recipe_lacks', scopesInWords(lacking))}</p>}
      <div class="side-by-side" ref={form}>
        <Fields {...props} />
      </div>
      <div class="snippet-box">
        <Head words={path} copied={props.copied} isWhole={made.ok} onCopy={copy} />
        <section aria-label={m('snippet')}>
          <Lines parts={parts} />
        </section>
      </div>
      {asksForToken(made.ok ? made.parts : []) && <p class="hint">{m('recipe_asks')}</p>}
      <Advice {...props} />
    </>
  );
}
