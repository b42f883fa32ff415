import { FIELDS, type FieldId } from './fields';
import { render } from './recipes';
import type { Recipe } from './shape';
import type { SnippetPart } from './snippet';

/** A piece of a snippet as it is shown: also the place of what is still to be filled in. */
export type PreviewPart = SnippetPart | { blank: FieldId };

/** Letters and digits alone: no quoting, no address and no name of a variable changes them but in their case. */
const markOf = (id: FieldId) => `patinablank${FIELDS.indexOf(id)}x`;
const MARK = /(patinablank\d+x)/i;

function blanksIn(text: string): PreviewPart[] {
  return text
    .split(MARK)
    .filter((piece) => piece !== '')
    .map((piece) => {
      const blank = FIELDS.find((id) => markOf(id) === piece.toLowerCase());
      return blank ? { blank } : { text: piece };
    });
}

/** The snippet as far as it is known, and what is missing in it. */
export function preview(
  recipe: Recipe,
  asked: Parameters<typeof render>[1],
): { parts: PreviewPart[]; missing: FieldId[] } {
  const made = render(recipe, asked);
  if (made.ok) return { parts: made.parts, missing: [] };
  const marks = Object.fromEntries(made.missing.map((id) => [id, markOf(id)]));
  const marked = render(recipe, { ...asked, fields: { ...asked.fields, ...marks } });
  const parts = marked.ok ? marked.parts.flatMap((part) => ('text' in part ? blanksIn(part.text) : part)) : [];
  return { parts, missing: made.missing };
}
