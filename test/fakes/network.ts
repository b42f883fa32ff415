import { Agent, request as plain } from 'node:http';
import { Agent as SecureAgent, request as secure } from 'node:https';
import { Readable } from 'node:stream';
import { createSecureContext, type SecureContext } from 'node:tls';

/** Where a development server listens on loopback; the cloud's has a certificate. */
type Listener = { port: number; certificate?: string };

/** Made once for each authority, since that costs more than a request. */
const contexts = new Map<string, SecureContext>();

function trusting(certificate: string): SecureContext {
  const known = contexts.get(certificate) ?? createSecureContext({ ca: certificate });
  contexts.set(certificate, known);
  return known;
}

/** What keeps the connections to each listener, as a browser does: one that is made anew costs several requests. */
const agents = new WeakMap<Listener, Agent>();

function agentFor(server: Listener): Agent {
  const { certificate } = server;
  const made = () =>
    certificate
      ? new SecureAgent({ keepAlive: true, secureContext: trusting(certificate) })
      : new Agent({ keepAlive: true });
  const agent = agents.get(server) ?? made();
  agents.set(server, agent);
  return agent;
}

/**
 * The way of `fetch` from this process to the dev-server: real requests under the real host names, over TLS where the
 * address says so, with the session's cookies as a browser adds them. A redirect is followed unless that was forbidden,
 * as a browser does.
 */
export function reach(server: Listener, cookie: () => string): typeof fetch {
  const send: typeof fetch = (input, init = {}) =>
    new Promise((resolve, reject) => {
      const url = new URL(String(input));
      const sent = (url.protocol === 'https:' ? secure : plain)({
        method: init.method ?? 'GET',
        host: '127.0.0.1',
        port: server.port,
        servername: url.hostname,
        path: url.pathname + url.search,
        agent: agentFor(server),
        headers: {
          ...(init.headers as Record<string, string>),
          Host: url.host,
          ...(init.credentials === 'omit' ? {} : { Cookie: cookie() }),
        },
        ...(init.signal ? { signal: init.signal } : {}),
      });
      sent.on('error', () => reject(init.signal?.reason ?? new TypeError('Failed to fetch')));
      sent.on('response', (received) => {
        const { statusCode: status = 0 } = received;
        const headers = new Headers(Object.entries(received.headers).map(([name, value]) => [name, String(value)]));
        const isAway = status >= 300 && status < 400 && received.headers.location !== undefined;
        if (isAway && init.redirect !== 'manual') {
          received.resume();
          resolve(send(new URL(received.headers.location ?? '', url), { ...init, method: 'GET', body: null }));
          return;
        }
        const isEmpty = status === 204 || (status >= 300 && status < 400);
        resolve(new Response(isEmpty ? null : (Readable.toWeb(received) as ReadableStream), { status, headers }));
        if (isEmpty) received.resume();
      });
      sent.end(init.body ?? undefined);
    });
  return send;
}
