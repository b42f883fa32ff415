import { scopeInWords } from '../../../platform/in-words/scopes';
import { listInWords } from '../../../platform/in-words/sequence';
import { message as m } from '../../../platform/message';
import { ScopeExplanation, useExplanations } from './explained';

type Said = { scope: string; words: string };

type Props = {
  scopes: readonly (string | Said)[];
  /** The sentence that they stand in, made of their list; without it they are a list alone. */
  says?: (list: string) => string;
};

// Quotation marks that nobody writes: whatever a language puts around and between the scopes stays where it is.
const mark = (at: number) => `⁅${at}⁆`;
const MARKS = /⁅(\d+)⁆/;

/** Scopes as a part of a sentence, each of which says what it lets do. */
export function ScopesIn({ scopes, says = (list) => list }: Props) {
  const { idOf, show, around, tip } = useExplanations();
  if (scopes.length === 0) return <>{says(m('no_scopes'))}</>;
  const all = scopes.map((each) => (typeof each === 'string' ? { scope: each, words: scopeInWords(each) } : each));
  const word = ({ words }: Said, at: number) => (
    <button
      type="button"
      key={`word ${at}`}
      class="explained-word"
      style={{ anchorName: `--explained-${at}` }}
      aria-describedby={idOf(at)}
      onClick={show(at)}
      {...around(at)}
    >
      {words}
    </button>
  );
  const parts = says(listInWords(all.map((_, at) => mark(at)))).split(MARKS);
  return (
    <span class="explained">
      {parts.map((part, index) => {
        const said = index % 2 === 1 ? all[Number(part)] : undefined;
        return said ? word(said, Number(part)) : part;
      })}
      {all.map(({ scope }, at) => tip(at, <ScopeExplanation scope={scope} />))}
    </span>
  );
}
