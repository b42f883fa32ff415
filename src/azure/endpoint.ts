import type { TokenId } from '../core/token';
import type { Carrier } from './carrier';
import type { Slot } from './slot';

/** Where an endpoint is asked, in which version, by whom, where one signs in to it, and for a change in which slot. */
export type Endpoint = { root: string; version: string; signInUrl: string; slot?: Slot; carrier?: Carrier };

const ZERO = '00000000-0000-0000-0000-000000000000';

/**
 * The id as it goes into the address of a revoke. The same address without an id would revoke every token of the user
 * (services.md 3.2), so an id that is not a whole GUID is a bug that must stop here.
 */
export function wholeId(id: TokenId): string {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) || id === ZERO)
    throw new Error('A revoke needs the whole id of a token.');
  return id;
}
