import { request } from 'node:https';
import { Readable } from 'node:stream';
import type { DevServer } from '../../dev-server/create-server';

/**
 * The way of `fetch` from this process to the dev-server: real requests over TLS under the real host names, with the
 * session's cookies as a browser adds them. A redirect that must not be followed looks as it does in a browser.
 */
export function reach(server: DevServer, cookie: () => string): typeof fetch {
  return (input, init = {}) =>
    new Promise((resolve, reject) => {
      const url = new URL(String(input));
      const sent = request({
        method: init.method ?? 'GET',
        host: '127.0.0.1',
        port: server.port,
        servername: url.hostname,
        path: url.pathname + url.search,
        ca: server.certificate,
        agent: false,
        headers: { ...(init.headers as Record<string, string>), Host: url.host, Cookie: cookie() },
        ...(init.signal ? { signal: init.signal } : {}),
      });
      sent.on('error', () => reject(init.signal?.reason ?? new TypeError('Failed to fetch')));
      sent.on('response', (received) => {
        const { statusCode: status = 0 } = received;
        const headers = new Headers(Object.entries(received.headers).map(([name, value]) => [name, String(value)]));
        const isEmpty = status === 204 || (status >= 300 && status < 400);
        resolve(new Response(isEmpty ? null : (Readable.toWeb(received) as ReadableStream), { status, headers }));
        if (isEmpty) received.resume();
      });
      sent.end(init.body as string | undefined);
    });
}
