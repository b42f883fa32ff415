import * as z from 'zod/mini';
import { HOUR, SECOND } from '../core/duration';
import type { Failure } from '../core/result';
import { isAnonymousId } from './anonymous';
import { findTokenError } from './token-error';

/** One whole answer, as far as deciding about it needs. */
export type Received = {
  status: number;
  headers: Headers;
  redirected: boolean;
  text: string;
  isJson: boolean;
  /** `undefined` where the body is not JSON, whatever its label says. */
  json: unknown;
};

const DEFAULT_PAUSE = 30 * SECOND;

/** The three shapes in which the server writes an error. Source: services.md 5.2. */
const ServerError = z.object({
  message: z.optional(z.nullable(z.string())),
  typeKey: z.optional(z.nullable(z.string())),
  typeName: z.optional(z.nullable(z.string())),
  value: z.optional(z.object({ Message: z.optional(z.string()) })),
});

function errorIn(received: Received): { message: string; typeKey: string } {
  const error = ServerError.safeParse(received.json);
  if (!error.success) return { message: '', typeKey: '' };
  const { message, typeKey, typeName, value } = error.data;
  const className = /^[^,]*?(\w+)(,|$)/.exec(typeName ?? '')?.[1];
  return { message: message ?? value?.Message ?? '', typeKey: typeKey || className || '' };
}

/** More than that is not believed: a server that asks for days has its header wrong. */
const LONGEST_PAUSE = HOUR;

/** What a `Retry-After` says, in milliseconds since 1970: seconds from now, or a date; nothing sensible is `undefined`. */
function retryAfter(headers: Headers, now: number): number | undefined {
  const text = headers.get('Retry-After')?.trim() ?? '';
  const instant = /^\d+$/.test(text) ? now + Number(text) * SECOND : Date.parse(text);
  return instant > now ? Math.min(instant, now + LONGEST_PAUSE) : undefined;
}

/** When the allowance begins anew, where none is left. Source: services.md 5.3. */
function resetOf(headers: Headers, now: number): number | undefined {
  const reset = Number(headers.get('X-RateLimit-Reset') ?? Number.NaN) * SECOND;
  const date = Date.parse(headers.get('Date') ?? '');
  const left = reset - (Number.isNaN(date) ? now : date); // the reset is told by the server's clock
  return left > 0 ? now + Math.min(left, LONGEST_PAUSE) : undefined;
}

/**
 * Until when an answer asks to leave the server alone, in milliseconds since 1970; `undefined` where it does not. A good
 * answer can ask for it too. Source: services.md 5.3.
 */
export function pauseAskedBy(headers: Headers, status: number): number | undefined {
  const now = Date.now();
  const after = retryAfter(headers, now);
  const spent = status === 429 || Number(headers.get('X-RateLimit-Remaining') ?? 1) <= 0;
  return after ?? (spent ? resetOf(headers, now) : undefined);
}

/** TF400813 names who was refused: nobody means "not signed in", anyone else "not a member". */
function refusedUser(message: string): string | undefined {
  const name = /TF400813[^']*'([^']*)'/.exec(message)?.[1];
  return name === undefined || isAnonymousId(name) ? undefined : name;
}

function unauthorized(message: string, signInUrl: string): Failure {
  return refusedUser(message) === undefined
    ? { kind: 'signed-out', signInUrl, by: 'refusal' }
    : { kind: 'forbidden', explained: true };
}

/** A server that does not know this version of the endpoint says so by the kind of its error, or in words only. */
function isAboutVersion(typeKey: string, message: string): boolean {
  return /^Vss\w*Version/.test(typeKey) || /\bapi-?version\b|\bREST API version\b/i.test(message);
}

function byStatus(received: Received, message: string): Failure | undefined {
  const { status } = received;
  if (status >= 200 && status < 300) return undefined;
  if (status === 403) return { kind: 'forbidden', explained: false };
  if (status === 404) return { kind: 'not-found' };
  if (status === 405) return { kind: 'unsupported' };
  if (status === 400) return { kind: 'invalid', field: 'request', reason: message };
  return { kind: 'unexpected', detail: `${status} ${message}`.trim() };
}

/**
 * What an answer refuses, or `undefined` if it refuses nothing and carries JSON. The order of the tests is that of
 * services.md 12.3, with `typeKey` before the bare 401 (Readings 2). `signInUrl` goes into the failure.
 */
export function refusalIn(received: Received, signInUrl: string): Failure | undefined {
  const { status, redirected, isJson, text } = received;
  const success = status >= 200 && status < 300;
  if (redirected) return { kind: 'signed-out', signInUrl, by: 'refusal' };
  if (status === 203 || (success && status !== 204 && !isJson)) return { kind: 'signed-out', signInUrl, by: 'page' };
  const { message, typeKey } = errorIn(received);
  if (status === 429 || (!success && text.includes('TF400733')))
    return { kind: 'throttled', until: pauseAskedBy(received.headers, status) ?? Date.now() + DEFAULT_PAUSE };
  if (!success && /VS403463|conditional access/i.test(text)) return { kind: 'policy', policy: 'conditionalAccess' };
  if (typeKey === 'InvalidAccessException') return { kind: 'unsupported' };
  if (status === 401) return unauthorized(message, signInUrl);
  if (status === 400 && isAboutVersion(typeKey, message)) return { kind: 'unsupported' };
  const named = success ? undefined : findTokenError(message);
  return named ?? byStatus(received, message);
}
