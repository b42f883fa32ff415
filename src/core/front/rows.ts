import type { Doors } from '../doors/doors';
import { doorsAt, type Update, updateOn } from '../doors/doors-at';
import type { KnownHost } from '../host';
import type { Role } from '../rotation/roles';
import type { Token } from '../token';

/**
 * A token in the list: where it was found, the time by the clock of that server, whether it can be changed there, and
 * what it is in an unfinished rotation.
 */
export type Row = { token: Token; host: KnownHost; now: number; update: Update; role: Role | null };

/** The tokens of a host, as far as they are known, how far its server's clock is ahead, and which of its doors are open. */
export type Listed = { host: KnownHost; tokens: readonly Token[]; clockSkew: number; doors: Doors | null };

type RoleOf = (token: Token, host: KnownHost) => Role | null;

/** The tokens of one host at a moment by our own clock. They end by the server's: ours may be wrong. */
export function rowsOf({ host, tokens, clockSkew, doors }: Listed, localNow: number, roleOf: RoleOf): Row[] {
  const update = updateOn(host, doorsAt(doors, localNow));
  const now = localNow + clockSkew;
  return tokens.map((token) => ({ token, host, now, update, role: roleOf(token, host) }));
}
