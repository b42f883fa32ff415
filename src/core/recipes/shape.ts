import type { FieldId } from './fields';
import type { Place } from './place';
import type { SnippetPart } from './snippet';

/** What a recipe is written for: the place, and what the user filled in (an optional field left empty is `''`). */
export type Setting = { place: Place; given: Readonly<Record<FieldId, string>> };

/** What a snippet is for: to be pasted into a shell, or to be saved as a file. */
export type Shell = 'bash' | 'powershell' | 'file';

/**
 * How one tool takes a token; its words are messages, which its ids name. That a secret stands in files only, and never in what is pasted into a shell, is said by
 * the types of `write`.
 */
export type Recipe = {
  id: string;
  /** All of them are needed; none where it depends on what the tool is asked to do. */
  scopes: readonly string[];
  /** Where the secret ends up, by the id of a sentence. */
  where: string;
  /** Must be filled in. */
  needs: readonly FieldId[];
  /** May be filled in. */
  takes?: readonly FieldId[];
  /** What is to be known beside it, by the id of a text. */
  warning?: string;
  /** The same where the address begins with `http:`. */
  warningOnHttp?: string;
  /** And on any server on premises. */
  warningOnServer?: string;
  /** What runs with it signs in at the root of a server, where a token of one collection is refused. */
  atRoot?: true;
  /** For what exists on Services alone. */
  servicesOnly?: true;
  /** Where the content of `write.file` belongs, by the id of a text. */
  path?: string;
  write: {
    bash?: (setting: Setting) => string;
    powershell?: (setting: Setting) => string;
    file?: (setting: Setting) => SnippetPart[];
  };
};
