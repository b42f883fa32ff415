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
};

/** Hands a request on as it came, and the answer too. */
async function handOn(incoming: IncomingMessage, answer: ServerResponse, behind: URL): Promise<void> {
  const { authority } = await certificate();
  const { method = 'GET', url = '/', headers } = incoming;
  const isSecure = behind.protocol === 'https:';
  const sent = (isSecure ? askSecure : askPlain)(
    { host: behind.hostname, port: behind.port, method, path: url, headers, ...(isSecure && { ca: authority }) },
    (response) => {
      answer.writeHead(response.statusCode ?? 502, response.rawHeaders);
      response.pipe(answer);
    },
  );
  sent.on('error', () => answer.destroy());
  incoming.pipe(sent);
}

/** A listener with https before a server: for one that has none itself, or to add pages of a stranger to one. */
export async function httpsFront({ behind, scripts = {} }: Options) {
  const { leaf, key } = await certificate();
  const front = createServer({ cert: leaf, key }, (incoming, answer) => {
    const script = scripts[incoming.url ?? ''];
    if (script === undefined) return void handOn(incoming, answer, new URL(behind));
    answer.writeHead(200, { 'Content-Type': 'text/javascript', 'Service-Worker-Allowed': '/' });
    answer.end(script);
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
