import type { VNode } from 'preact';

type Props = {
  /** Where nobody has been signed in for long, as a sentence; empty where that is nowhere. */
  away: string;
  /** A secret that is still on the clipboard. */
  clipboard: VNode | null;
  /** Why lists are not up to date. */
  troubles: VNode | null;
  /** Of the page that the user looks at: that its host is not the one on the screen, or could be added. */
  ofPage: VNode | null;
};

/** What stands in the way, or beside. */
export function Notes({ away, clipboard, troubles, ofPage }: Props) {
  return (
    <>
      {away && <p class="hint">{away}</p>}
      {clipboard}
      {troubles}
      {ofPage}
    </>
  );
}
