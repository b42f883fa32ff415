import * as z from 'zod/mini';
import { HostId, Identity } from '../host';
import { Failure } from '../result';
import { Instant, TokenId } from '../token';

/**
 * Why a token is not known to be revoked: the kind of a failure, or that the list shows it as active all the same, or that
 * it was not tried, since no request to its host had an effect.
 */
export const Reason = z.enum([
  'still-active',
  'given-up',
  'not-found',
  'unsupported',
  'throttled',
  'offline',
  'timeout',
  'misfit',
  'unexpected',
  'signed-out',
  'refused',
  'forbidden',
  'policy',
  'interrupted',
]);
export type Reason = z.output<typeof Reason>;

/**
 * One token of a revoke-all: planned → sent → revoked, gone (the server knows no such token), failed or unknown. "sent"
 * is written before its request goes out, and what "unknown" has become only a list can tell. It has the id alone: names
 * stand in the list.
 */
export const RevokeAllEntry = z.object({
  id: TokenId,
  /** Its place among the hosts of the journal. */
  host: z.number(),
  state: z.enum(['planned', 'sent', 'revoked', 'gone', 'failed', 'unknown']),
  /** How many requests were sent for it. */
  attempts: z.number(),
  reason: z.nullable(Reason),
});
export type RevokeAllEntry = z.output<typeof RevokeAllEntry>;

/** A host on which tokens are revoked, as whom, and when it may be asked. */
const JournalHost = z.object({
  hostId: HostId,
  identity: Identity,
  /** It is left alone until then: it has asked for that, or is in trouble. */
  pausedUntil: Instant,
  /** Why it could not be asked who is signed in, or what there is; and how often in a row. */
  trouble: z.nullable(Failure),
  tries: z.number(),
  /** Requests to revoke, in a row, to which no sensible answer came. */
  misses: z.number(),
});

/**
 * How it ended, from a fresh and complete list of each host, read as the same account: what no longer works, what was to
 * be kept and works, what should have been revoked and works, and everything that works and was not to be kept.
 */
const Summary = z.object({
  revoked: z.number(),
  kept: z.number(),
  failed: z.number(),
  left: z.number(),
  at: Instant,
  /** One of the lists had only what was made in its organization, so that others may work there. */
  onlyMadeHere: z.exactOptional(z.literal(true)),
});

/** The head of the journal of a revoke-all. Its entries are kept in parts, so that each write is small. */
export const Journal = z.object({
  createdAt: Instant,
  phase: z.enum(['running', 'stopped', 'done']),
  hosts: z.array(JournalHost),
  /** How many parts there are. */
  parts: z.number(),
  /** Why it was stopped; `null` is by the user. */
  stoppedBy: z.nullable(Failure),
  summary: z.nullable(Summary),
});
export type Journal = z.output<typeof Journal>;

/** Head and entries together. */
export type RevokeAll = { journal: Journal; entries: RevokeAllEntry[] };

const PART_SIZE = 50;

/** The entries as they are stored. */
export function partsOf(entries: RevokeAllEntry[]): RevokeAllEntry[][] {
  const parts = Math.ceil(entries.length / PART_SIZE);
  return Array.from({ length: parts }, (_, part) => entries.slice(part * PART_SIZE, (part + 1) * PART_SIZE));
}
