import type { FieldId } from './fields';
import type { Place } from './place';
import type { SnippetPart } from './snippet';

/** What a recipe is written for: the place, and what the user filled in (an optional field left empty is `''`). */
export type Setting = { place: Place; given: Readonly<Record<FieldId, string>> };

/** What a snippet is for: to be pasted into a shell, or to be saved as a file. */
export type Shell = 'bash' | 'powershell' | 'file';

/**
 * How one tool takes a token. That a secret stands in files only, and never in what is pasted into a shell, is said by
 * the types of `write`.
 */
export type Recipe = {
  id: string;
  name: string;
  /** All of them are needed; none where it depends on what the tool is asked to do. */
  scopes: readonly string[];
  /** Where the secret ends up, in one sentence. */
  where: string;
  /** Must be filled in. */
  needs: readonly FieldId[];
  /** May be filled in. */
  takes?: readonly FieldId[];
  warning?: string;
  /** What is to be known beside it where the address begins with `http:`. */
  warningOnHttp?: string;
  /** And on any server on premises. */
  warningOnServer?: string;
  /** For what exists on Services alone. */
  servicesOnly?: true;
  /** Where the content of `write.file` belongs. */
  path?: string;
  write: {
    bash?: (setting: Setting) => string;
    powershell?: (setting: Setting) => string;
    file?: (setting: Setting) => SnippetPart[];
  };
};
