import { visible } from '../../core/names/visible';
import { message as m } from '../message';

/** What a token, a person or a place is called, with nothing hidden in it. */
export function nameOf({ name }: { name: string }): string {
  return visible(name.trim()) || m('unnamed');
}
