import type { ComponentChildren, VNode } from 'preact';
import { Home, type HomeProps } from '../ui/views/home/home';

/** All that the popup can show and do. */
export type Whole = {
  /** The list. */
  home: () => HomeProps | null;
  /** Another screen in its place, if there is one. */
  other: () => VNode | null;
  /** Gives the focus back to what led away from the list. */
  Return: () => ComponentChildren;
  /** What is shown over either. */
  Above: () => ComponentChildren;
};

type Props = {
  /** What is known of the list at once. */
  first: HomeProps | null;
  whole: Whole | null;
};

/**
 * The list, whoever made what it shows: of the one value that is read first, then of everything. It is the same list, in the
 * same place, so that nothing on it is lost when the rest comes.
 */
export function Popup({ first, whole }: Props) {
  const other = whole?.other();
  const list = () => (whole ? whole.home() : first);
  const home = other ? null : list();
  return (
    <>
      {whole && home && <whole.Return />}
      {other ?? (home && <Home {...home} />)}
      {whole && <whole.Above />}
    </>
  );
}
