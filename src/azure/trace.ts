import * as z from 'zod/mini';
import { errorWord, type Trace } from '../core/diagnostics/trace';
import type { Failure } from '../core/result';
import type { Carrier } from './carrier';
import { isSigned, type Received } from './refusal';

const ENDPOINT = /\/_apis\/([A-Za-z/]+?)\/?(?:[0-9a-fA-F-]{36})?$/;
const Typed = z.object({ typeKey: z.unknown() });

type Listener = (trace: Trace) => void;
let listener: Listener = () => undefined;

/** Who wants to know of failed requests. */
export function onTrace(listen: Listener): void {
  listener = listen;
}

/** A browser may ask for leave before it lets anybody there. Only a number says it: what a name leads to is not seen here. */
const isPrivate = (hostname: string) =>
  /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|127\.|169\.254\.|\[f[cd]|\[fe80|\[::1\])/.test(hostname);

/** Whether the root of a server was asked, or what is below it: at the root a token of one collection is refused. */
const below = (pathname: string) =>
  (pathname.split('/_apis/')[0] ?? '').split('/').filter((each) => each !== '').length;

/** The form of an address, without the name in it. */
function placeIn(url: string): string {
  const { protocol, hostname, pathname } = new URL(url);
  if (/^(vssps\.)?dev\.azure\.com$/.test(hostname)) return hostname;
  const older = /^[a-z0-9-]+(\.vssps)?\.visualstudio\.com$/.exec(hostname);
  if (older) return `(name)${older[1] ?? ''}.visualstudio.com`;
  const where = isPrivate(hostname) ? ' in a private network' : '';
  return `server over ${protocol.replace(':', '')}${where}, ${below(pathname)} names above the endpoint`;
}

/** The ways to sign in that a server can name. Whatever else stands there is somebody's own word. */
const CHALLENGES = ['Negotiate', 'NTLM', 'Basic', 'Bearer', 'TFS-Federated'];

function formOf({ redirected, isJson, text }: Received): string {
  if (redirected) return 'redirect';
  if (text === '') return 'no body';
  return isJson ? 'json' : /<(!doctype|html|head|body)\b/i.test(text) ? 'html' : 'text';
}

function signsOf(answer: Received): string[] {
  const asked = answer.headers.get('WWW-Authenticate') ?? '';
  const challenges = CHALLENGES.filter((each) => new RegExp(`\\b${each}\\b`, 'i').test(asked));
  const code = /\b(?:TF|VS)\d{5,8}\b/.exec(answer.text)?.[0];
  return [
    formOf(answer),
    answer.redirected || isSigned(answer) ? '' : 'not signed by Azure DevOps',
    challenges.length > 0 ? `asks for: ${challenges.join(', ')}` : '',
    answer.headers.has('Retry-After') ? 'asks for a pause' : '',
    code ?? '',
  ].filter((sign) => sign !== '');
}

type Ask = { method: string; url: string; carrier?: Carrier; secret?: unknown };

/** Tells of a request that failed, without anything of its address, its body or its answer that could name somebody. */
export function trace({ method, url, carrier, secret }: Ask, failure: Failure, answer?: Received): void {
  const typed = Typed.safeParse(answer?.json);
  listener({
    at: Date.now(),
    method,
    endpoint: ENDPOINT.exec(new URL(url).pathname)?.[1] ?? 'elsewhere',
    status: answer?.status ?? 0,
    typeKey: errorWord(typed.success ? typed.data.typeKey : ''),
    kind: failure.kind,
    way: carrier?.way ?? 'worker',
    place: placeIn(url),
    signs: [...(answer ? signsOf(answer) : []), ...(secret === undefined ? [] : ['with a token alone'])],
  });
}
