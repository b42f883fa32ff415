import { once } from 'node:events';
import { request as askPlain, type IncomingMessage, type ServerResponse } from 'node:http';
import { request as askSecure, createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { certificate } from '../../dev-server/certificate';

type Options = {
  /** Whom it hands the requests on to. */
  behind: string;
  /** What it answers itself: scripts, by their paths. */
  scripts?: Record<string, string>;
  /** Hears of each request: to which host, its head without what answers who asks, and that and the body apart. */
  heard?: (request: Heard) => void;
};

/** A request as it was sent, whole. `host` is empty for what was not encrypted, and so cannot be read. */
export type Heard = { host: string; authorization: string; rest: string };

function listen(incoming: IncomingMessage, heard: (request: Heard) => void): void {
  const parts: Buffer[] = [];
  incoming.on('data', (part: Buffer) => parts.push(part));
  incoming.on('error', () => undefined); // whoever asked is gone
  incoming.on('close', () => {
    const { authorization = '', host = '', ...headers } = incoming.headers;
    const head = [incoming.method, host, incoming.url, JSON.stringify(headers)].join(' ');
    heard({ host, authorization, rest: `${head}\n${Buffer.concat(parts)}` });
  });
}

/** Hands a request on as it came, and the answer too. */
async function handOn(incoming: IncomingMessage, answer: ServerResponse, { behind, heard }: Options): Promise<void> {
  const { authority } = await certificate();
  const { method = 'GET', url = '/', headers } = incoming;
  const { protocol, hostname, port } = new URL(behind);
  const isSecure = protocol === 'https:';
  const sent = (isSecure ? askSecure : askPlain)(
    { host: hostname, port, method, path: url, headers, ...(isSecure && { ca: authority }) },
    (response) => {
      answer.writeHead(response.statusCode ?? 502, response.rawHeaders);
      response.pipe(answer);
    },
  );
  sent.on('error', () => answer.destroy());
  incoming.pipe(sent);
  if (heard) listen(incoming, heard); // no sooner: what one listens to begins to flow
}

/** A listener with https before a server: for one that has none itself, or to add pages of a stranger to one. */
export async function httpsFront({ behind, scripts = {}, heard }: Options) {
  const { leaf, key } = await certificate();
  const front = createServer({ cert: leaf, key }, (incoming, answer) => {
    const script = scripts[incoming.url ?? ''];
    if (script === undefined) return void handOn(incoming, answer, { behind, ...(heard && { heard }) });
    answer.writeHead(200, { 'Content-Type': 'text/javascript', 'Service-Worker-Allowed': '/' });
    answer.end(script);
  });
  front.on('tlsClientError', ({ code }: NodeJS.ErrnoException) => {
    if (code === 'ERR_SSL_HTTP_REQUEST') heard?.({ host: '', authorization: '', rest: 'in the clear' });
  });
  front.listen(0, '127.0.0.1');
  await once(front, 'listening');
  // A listener on a TCP port has an AddressInfo.
  const { port } = front.address() as AddressInfo;
  return {
    port,
    /** Whoever comes back has to look at the certificate again. */
    dropConnections: () => front.closeAllConnections(),
    close: async () => {
      const closed = once(front, 'close');
      front.close();
      front.closeAllConnections();
      await closed;
    },
  };
}
