import type { RefObject } from 'preact';
import { useRef } from 'preact/hooks';
import { message as m } from '../platform/message';
import { SearchField } from './components/fields/search-field';
import { useFind } from './keys/find';
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
  const { finds, hush } = useFind(field, of > FEW);
  return <SearchField {...search} field={field} says={finds ? m('find_here', String(of)) : ''} onLeave={hush} />;
}
