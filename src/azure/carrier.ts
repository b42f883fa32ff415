import type { Way } from '../core/doors/way';
import type { Host } from '../core/host';
import type { Result } from '../core/result';

/** One request as it goes out, with all its headers. */
export type Letter = {
  method: 'GET' | 'OPTIONS' | 'POST' | 'PUT' | 'DELETE';
  url: string;
  headers: Record<string, string>;
  body?: string;
  /** Whether it goes without the browser's session. */
  isAnonymous: boolean;
};

/** The body of an answer, and how long it was on the way. */
export type Body = { text: string; bytes: number };

/** What came back; `read` answers `undefined` where the body is longer than any answer. */
export type Delivered = {
  status: number;
  headers: Headers;
  redirected: boolean;
  read: () => Promise<Body | undefined>;
};

/** Brings one request to a server and its answer back. Rejects where no answer came; fails where nothing was sent. */
export type Carry = (letter: Letter, signal: AbortSignal) => Promise<Result<Delivered>>;

/** Who carries requests, and in which way; `isApart`: in a session that is not the browser's usual one, but a container's. */
export type Carrier = { way: Way; carry: Carry; isApart?: boolean };

/** A host, and who carries what is asked of it; the worker itself where nobody is named. */
export type Asked<H extends Host = Host> = H & { carrier?: Carrier };

/** The same for a single request. */
export function carriedFor({ carrier }: { carrier?: Carrier }): { carrier?: Carrier } {
  return carrier ? { carrier } : {};
}
