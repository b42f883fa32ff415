import { listInWords } from '../../../platform/in-words/sequence';
import { message as m } from '../../../platform/message';

type Props = {
  /** What was given and is not understood, by its name. */
  ignored: readonly string[];
  /** Where the user can ask, if the administrator has said so. */
  support: string | undefined;
};

/** That an administrator has decided something, what of it does not count, and whom to ask. */
export function Administrator({ ignored, support }: Props) {
  return (
    <>
      <p class="hint">{m('decided_explain')}</p>
      {ignored.length > 0 && <p class="hint warning">{m('decided_ignored', listInWords([...ignored]))}</p>}
      {support !== undefined && (
        <a href={support} target="_blank" rel="noreferrer">
          {m('decided_support')}
        </a>
      )}
    </>
  );
}
