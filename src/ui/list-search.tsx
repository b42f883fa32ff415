import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { inBackground } from '../platform/log';
import { message as m } from '../platform/message';
import { SearchField } from './components/search-field';
import { FEW } from './window';

type Props = {
  label: string;
  value: string;
  /** How many there are to be found. */
  of: number;
  shortcut?: string | undefined;
  field?: RefObject<HTMLInputElement | null>;
  onInput: (text: string) => void;
};

/** The search of a list, which stands in for the browser's where rows of it are not drawn. */
export function ListSearch({ of, field: given, ...search }: Props) {
  const own = useRef<HTMLInputElement>(null);
  const field = given ?? own;
  const [finds, say] = useState(false);
  const isNeeded = of > FEW;
  useEffect(() => {
    if (!isNeeded) return;
    const watching = import('./keys/find').then(({ watchFind }) => field.current && watchFind(field.current, say));
    return () =>
      inBackground(
        'find',
        watching.then((stop) => stop?.()),
      );
  }, [isNeeded]);
  return <SearchField {...search} field={field} says={finds ? m('find_here', String(of)) : ''} />;
}
