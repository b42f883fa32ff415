/** What a word says of a token: it needs somebody soon, it can do too much, it is not of one organization alone, it is over. */
export type StateKind = 'expiring' | 'full' | 'global' | 'over';

/** One word for how a token stands, in the colour that the word has everywhere. */
export function StateWord({ kind, children }: { kind: StateKind; children: string }) {
  return <span class={`state ${kind}`}>{children}</span>;
}
