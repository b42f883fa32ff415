import type * as z from 'zod/mini';
import { SECOND } from '../core/duration';
import { isoDate } from '../core/iso';
import { base64 } from '../core/recipes/snippet';
import { type Failure, fail, type OwnDetail, ok, type Result } from '../core/result';
import type { Secret } from '../core/secret';
import type { Carrier, Carry, Letter } from './carrier';
import { endedWith, mayBeSent } from './ending';
import { paced, pause, withRetries } from './pace';
import { pauseAskedBy, type Received, refusalIn } from './refusal';
import type { Slot } from './slot';
import { trace } from './trace';
import { noteTrouble, unanswered } from './trouble';

/** The worker is ended when an answer takes 30 s, so no request may be awaited that long. */
export const TIMEOUT = 25 * SECOND;
/** No page of a list is longer; what is longer is not a list. */
export const MAX_BODY = 8 * 1024 * 1024;

/** Azure DevOps Services, in both forms of its address. Source: services.md 3.2 and 10. */
const SERVICES = /^https:\/\/((vssps\.)?dev\.azure\.com|[a-z0-9-]+(\.vssps)?\.visualstudio\.com)$/;

export type Request = {
  method: Letter['method'];
  url: string;
  /** Who carries it, if not the worker. */
  carrier?: Carrier;
  /** The API version for the media type, where this endpoint takes it there. */
  acceptVersion?: string;
  body?: unknown;
  /** Where the user signs in, for the failure that says so. */
  signInUrl: string;
  /** A token to ask with, in place of the browser's session. */
  secret?: Secret;
  /** The slot in which it is sent: a change has one, and so has the look at who is signed in before it. */
  slot?: Slot | undefined;
  /** Where a refusal is an answer like another, and nothing to report. */
  expectsRefusal?: true;
  /** Whether a POST only reads. */
  reads?: true;
};

type Whole = Received & { bytes: number };

/** `servedAt`: the server's clock in milliseconds since 1970, from its `Date` header; `bytes`: how long the answer was. */
export type Answer<T> = { value: T; servedAt: number | null; headers: Headers; bytes: number };

const servers = new Set<string>();

/** A server on premises that the user has named, and the browser's permission stands for, may be asked from now on. */
export function allowServer(root: string): void {
  servers.add(new URL(root).origin);
}

function mayAsk(url: string): boolean {
  const { origin } = new URL(url);
  return SERVICES.test(origin) || servers.has(origin);
}

/** Who has a queue, and asks for a pause: the hosts of Azure DevOps Services are one, each server on premises is one of its own. */
export function serverOf(url: string): string {
  const { origin } = new URL(url);
  return SERVICES.test(origin) ? 'services' : origin;
}

const session = crypto.randomUUID();

/** Source of the headers: services.md 2.2. Both "Suppress" ask for a plain 401 in place of a sign-in page. */
function headersFor(request: Request): Record<string, string> {
  const version = request.acceptVersion ? `;api-version=${request.acceptVersion};excludeUrls=true` : '';
  return {
    Accept: `application/json${version}`,
    'X-TFS-FedAuthRedirect': 'Suppress',
    'X-VSS-ReauthenticationAction': 'Suppress',
    'X-TFS-Session': session,
    ...(request.body === undefined ? {} : { 'Content-Type': 'application/json' }),
    ...(request.secret && { Authorization: `Basic ${base64(`patina:${request.secret.reveal()}`)}` }),
  };
}

async function readText(response: Response): Promise<{ text: string; bytes: number } | undefined> {
  const reader = response.body?.getReader();
  if (!reader) return { text: '', bytes: 0 };
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.byteLength;
    if (size > MAX_BODY) {
      await reader.cancel();
      return undefined;
    }
    text += decoder.decode(part.value, { stream: true });
  }
  return { text: text + decoder.decode(), bytes: size };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isRead = ({ method, reads }: Request) => method === 'GET' || method === 'OPTIONS' || reads === true;

function letterFor(request: Request): Letter {
  const { method, url, body, secret } = request;
  const text = body === undefined ? {} : { body: JSON.stringify(body) };
  return { method, url, headers: headersFor(request), ...text, isAnonymous: secret !== undefined };
}

/** The worker's own way. Redirects are not followed: a redirect is an answer (sign in), never a way to another host. */
export const byWorker: Carry = async ({ method, url, headers, body, isAnonymous }, signal) => {
  const response = await fetch(url, {
    method,
    headers,
    ...(body === undefined ? {} : { body }),
    credentials: isAnonymous ? 'omit' : 'include',
    cache: 'no-store',
    redirect: 'manual',
    signal,
  });
  const { status, type } = response;
  const redirected = type === 'opaqueredirect' || (status >= 300 && status < 400);
  return ok({ status, headers: response.headers, redirected, read: () => readText(response) });
};

/** Sends one request with the browser's session and reads the whole answer. */
async function sendNow(request: Request): Promise<Result<Whole>> {
  const { url, slot, carrier } = request;
  if (!mayAsk(url)) return fail({ kind: 'unexpected', detail: 'address-not-allowed' satisfies OwnDetail });
  if (!mayBeSent()) return fail({ kind: 'interrupted' });
  // Nothing was sent, and it may be asked for anew.
  if (!isRead(request) && slot?.take() !== true) return fail({ kind: 'throttled', until: Date.now() });
  const timeout = AbortSignal.timeout(TIMEOUT);
  const { signal, done } = endedWith(timeout);
  try {
    const delivered = await (carrier?.carry ?? byWorker)(letterFor(request), signal);
    if (!delivered.ok) return delivered;
    const { status, headers, redirected, read } = delivered.value;
    noteTrouble(url, status);
    if (isRead(request)) slot?.answered();
    const body = await read();
    if (body === undefined) return fail({ kind: 'misfit' });
    const isJson = /\bjson\b/i.test(headers.get('Content-Type') ?? '');
    const asked = pauseAskedBy(headers, status);
    if (asked !== undefined) pause(serverOf(url), asked);
    return ok({ status, headers, redirected, ...body, isJson, json: isJson ? parseJson(body.text) : undefined });
  } catch {
    if (timeout.aborted) return fail({ kind: 'timeout' });
    if (signal.aborted) return fail({ kind: 'interrupted' });
    return fail(unanswered(url, SERVICES.test(new URL(url).origin)));
  } finally {
    done();
  }
}

const inTrouble = (sent: Result<Whole>) => sent.ok && sent.value.status >= 500;

/** Sends when the server can be asked. A read is tried again while the server is in trouble; a change never is. */
function send(request: Request): Promise<Result<Whole>> {
  if (request.slot) return sendNow(request); // it has its place, and who has taken the slot tries again
  const once = () => paced(serverOf(request.url), () => sendNow(request));
  // Somebody's token is shown to a server as often as was said, and no more.
  const isAgain = (request.method === 'GET' || request.method === 'OPTIONS') && request.secret === undefined;
  return isAgain ? withRetries(once, inTrouble) : once();
}

function serverClock(received: Received): number | null {
  const instant = Date.parse(received.headers.get('Date') ?? '');
  return isoDate(instant) === '' ? null : instant; // a year that cannot be written is nobody's time
}

function traced(ask: Request, failure: Failure, received?: Received): Result<never> {
  trace(ask, failure, received);
  return fail(failure);
}

/**
 * Asks an Azure DevOps endpoint and checks the answer against `schema`. Every refusal and every odd answer comes back
 * as a `Failure` (see refusal.ts); an answer of another form is `misfit`. Never throws.
 */
export async function request<T>(ask: Request, schema: z.ZodMiniType<T>): Promise<Result<Answer<T>>> {
  const sent = await send(ask);
  if (!sent.ok) return traced(ask, sent.failure);
  const refusal = refusalIn(sent.value, ask.signInUrl, ask.method === 'POST' && !isRead(ask));
  if (refusal) return ask.expectsRefusal ? fail(refusal) : traced(ask, refusal, sent.value);
  const read = schema.safeParse(sent.value.json);
  if (!read.success) return traced(ask, { kind: 'misfit' }, sent.value);
  const { headers, bytes } = sent.value;
  return ok({ value: read.data, servedAt: serverClock(sent.value), headers, bytes });
}

/** The text of a page of HTML, where a server tells something nowhere else. */
export async function requestPage(ask: Omit<Request, 'method'>): Promise<Result<string>> {
  const sent = await send({ ...ask, method: 'GET' });
  if (!sent.ok) return sent;
  const { status, redirected, text } = sent.value;
  return status === 200 && !redirected ? ok(text) : fail({ kind: 'unsupported' });
}

/** A DELETE: an empty 200 or 204 is success whatever its content type (services.md, Readings 1). */
export async function requestDeletion(deletion: Omit<Request, 'method'>): Promise<Result<void>> {
  const ask: Request = { ...deletion, method: 'DELETE' };
  const sent = await send(ask);
  if (!sent.ok) return traced(ask, sent.failure);
  const { status, text } = sent.value;
  if ((status === 200 || status === 204) && text === '') return ok();
  const refusal = refusalIn(sent.value, ask.signInUrl);
  return refusal ? traced(ask, refusal, sent.value) : ok();
}
