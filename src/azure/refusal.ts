import * as z from 'zod/mini';
import { DAY, SECOND } from '../core/duration';
import type { Failure } from '../core/result';
import { isAnonymousId, signedOut } from './anonymous';
import { cut } from './cut';
import { findCreateError, findTokenError, PatTokenError, wordOf } from './token-error';

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

const Text = z.catch(z.nullish(z.string()), null);

/**
 * The shapes in which a server writes an error. The field of the lifecycle API is among them, since with which status it
 * refuses so is not known. Sources: services.md 5.2, 12.3; server.md 7, "Wrapped collections".
 */
const ServerError = z.object({
  message: Text,
  typeKey: Text,
  typeName: Text,
  className: Text,
  type: Text,
  patTokenError: z.catch(PatTokenError, null),
  value: z.catch(z.nullish(z.object({ message: Text, Message: Text })), null),
});

/**
 * The words in a header, which are encoded as in an address. Those of a 404 can be about the address alone, and are told
 * from others by the body only. Source: server.md 7, "Error text in a header".
 */
function saidInHeader({ headers, status }: Received): string {
  const text = headers.get('X-TFS-ServiceError') ?? '';
  if (status === 404) return '';
  try {
    return /\s/.test(text) ? text : decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

type Words = { message: string; typeKey: string };

function errorIn(received: Received): Words {
  const error = ServerError.safeParse(received.json).data;
  const inBody = error?.message || error?.value?.message || error?.value?.Message || wordOf(error?.patTokenError);
  const message = inBody || saidInHeader(received);
  const type = error?.typeName || error?.className || error?.type || '';
  // A class has a namespace; what else is called a type, as the address of a description, is none.
  const className = /^(?:\w+\.)+(?:\w+\+)*(\w+)(?:,|$)/.exec(type)?.[1];
  return { message: cut(message), typeKey: error?.typeKey || className || '' };
}

/** More than that is not believed: a server that asks for several days has its header wrong. */
const LONGEST_PAUSE = DAY;

/** How long it is until an instant that a server tells by its own clock, which need not show what ours does. */
function untilBy(headers: Headers, instant: number): number {
  const date = Date.parse(headers.get('Date') ?? '');
  return instant - (Number.isNaN(date) ? Date.now() : date);
}

/** What a `Retry-After` says: seconds, or a date. */
function retryAfter(headers: Headers): number {
  const text = headers.get('Retry-After')?.trim() ?? '';
  return /^\d+$/.test(text) ? Number(text) * SECOND : untilBy(headers, Date.parse(text));
}

/** When the allowance begins anew, where none is left. Source: services.md 5.3. */
function resetOf(headers: Headers): number {
  return untilBy(headers, Number(headers.get('X-RateLimit-Reset') ?? Number.NaN) * SECOND);
}

/**
 * Until when an answer asks to leave the server alone, in milliseconds since 1970; `undefined` where it does not. A good
 * answer can ask for it too. Source: services.md 5.3.
 */
export function pauseAskedBy(headers: Headers, status: number): number | undefined {
  const spent = status === 429 || Number(headers.get('X-RateLimit-Remaining') ?? 1) <= 0;
  // Nothing sensible asks for nothing.
  const left = [retryAfter(headers), spent ? resetOf(headers) : 0].find((each) => each > 0);
  return left && Date.now() + Math.min(left, LONGEST_PAUSE);
}

const GUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i;
/** An account as servers write it: `jane@fabrikam.example`, `FABRIKAM\\jane`. */
const ACCOUNT = /[\p{L}\p{N}._-]+[@\\][\p{L}\p{N}._-]+/u;

/**
 * Whether TF400813 says that somebody is refused, which is "not a member": nobody's id, or no id and no account at all,
 * means "not signed in". The sentence around them is not read, since it may be in any language.
 */
function namesSomebody(message: string): boolean {
  if (!message.includes('TF400813')) return false;
  const id = GUID.exec(message)?.[0];
  return id === undefined ? ACCOUNT.test(message) : !isAnonymousId(id);
}

function unauthorized(message: string, signInUrl: string): Failure {
  return namesSomebody(message) ? { kind: 'forbidden', explained: true } : signedOut(signInUrl);
}

/** A server that does not know this version of the endpoint says so by the kind of its error, or in words only. */
function isAboutVersion(typeKey: string, message: string): boolean {
  return /^Vss\w*Version/.test(typeKey) || /\bapi-?version\b|\bREST API version\b/i.test(message);
}

/** Headers that every answer of an Azure DevOps has, a refusal too. Source: services.md 5.1, server.md 5 ("Other Server headers"). */
const SIGNATURES = ['X-VSS-E2EID', 'X-TFS-ProcessId', 'X-TFS-Session', 'ActivityId', 'X-VSS-ResourceTenant'];

/** Whether an answer has what every answer of an Azure DevOps has. */
export function isSigned({ headers }: Received): boolean {
  return SIGNATURES.some((name) => headers.has(name));
}

/** Whether a page of somebody else's came in place of the server's own word. */
function isFromBetween(received: Received): boolean {
  const { isJson, text } = received;
  return !isJson && /<(!doctype|html|head|body)\b/i.test(text) && !isSigned(received);
}

function notAllowed(received: Received, { message, typeKey }: Words): Failure {
  if (isFromBetween(received)) return { kind: 'between' };
  const reason = message || typeKey;
  return { kind: 'forbidden', explained: reason !== '', ...(reason === '' ? {} : { reason }) };
}

/**
 * Whether a 404 is about the address, and not about what was asked of it: a page, no words, or the words of what lies
 * before every endpoint. Assumed; server.md 9.2 asks for it of the first kind.
 */
function isAboutPlace({ message, typeKey }: Words): boolean {
  return (
    (message === '' && typeKey === '') ||
    /^(HttpException|VssResourceNotFoundException|VssServiceException)$/.test(typeKey) ||
    /\bcontroller\b|\bAPI resource location\b|\bHTTP resource\b|\broute\b/i.test(message)
  );
}

function byStatus(received: Received, words: Words, isCreate: boolean): Failure | undefined {
  const { status } = received;
  const { message } = words;
  if (status >= 200 && status < 300) return undefined;
  if (status === 403) return notAllowed(received, words);
  if (status === 407 || status === 451 || status === 511) return { kind: 'between' };
  if (status === 404 && isCreate && !isAboutPlace(words))
    return { kind: 'invalid', field: 'request', reason: message || words.typeKey };
  if (status === 404) return { kind: 'not-found' };
  if (status === 405) return { kind: 'unsupported' };
  if (status === 400) return { kind: 'invalid', field: 'request', reason: message };
  return { kind: 'unexpected', detail: `${status} ${message}`.trim() };
}

/** A redirect. From plain http it may lead to nothing but the same address with https. */
function ledAway(signInUrl: string): Failure {
  const perhapsAt = /^http:/.test(signInUrl) ? { perhapsAt: signInUrl.replace(/^http:/, 'https:') } : {};
  return { ...signedOut(signInUrl), ...perhapsAt };
}

/**
 * What an answer refuses, or `undefined` if it refuses nothing and carries JSON. The order of the tests is that of
 * services.md 12.3, with `typeKey` before the bare 401 (Readings 2). `signInUrl` goes into the failure. A token that was
 * to be made (`isCreate`) is refused for good by whatever is said in words.
 */
export function refusalIn(received: Received, signInUrl: string, isCreate = false): Failure | undefined {
  const { status, redirected, isJson, text } = received;
  const success = status >= 200 && status < 300;
  if (redirected) return ledAway(signInUrl);
  // A page with 203 is the service's own way to say "sign in" (services.md 5.1); one with 200 can be anything.
  if (status === 203) return { kind: 'signed-out', signInUrl, by: isJson ? 'page' : 'refusal' };
  if (success && status !== 204 && !isJson) return { kind: 'signed-out', signInUrl, by: 'page' };
  const words = errorIn(received);
  const { message, typeKey } = words;
  const said = success ? '' : `${message} ${text}`;
  if (status === 429 || said.includes('TF400733'))
    return { kind: 'throttled', until: pauseAskedBy(received.headers, status) ?? Date.now() + DEFAULT_PAUSE };
  if (/VS403463|conditional access/i.test(said)) return { kind: 'policy', policy: 'conditionalAccess' };
  if (typeKey === 'InvalidAccessException') return { kind: 'unsupported' };
  if (status === 401) return unauthorized(message, signInUrl);
  if (status === 400 && isAboutVersion(typeKey, message)) return { kind: 'unsupported' };
  const named = success ? undefined : (isCreate ? findCreateError : findTokenError)(message);
  return named ?? byStatus(received, words, isCreate);
}
