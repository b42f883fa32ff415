import * as z from 'zod/mini';
import { TokenId } from '../token';

/** By which a token that Patina made is known again: a digest of its secret, salted for this installation (decision 026). */
export const Print = z.object({ tokenId: TokenId, digest: z.string() });
export type Print = z.output<typeof Print>;

/** More are not kept of a host: the oldest go first. */
const MOST = 500;

export const withPrint = (prints: readonly Print[], print: Print): Print[] => [
  ...prints.filter(({ tokenId }) => tokenId !== print.tokenId).slice(1 - MOST),
  print,
];
