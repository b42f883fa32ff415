import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';

/** Hands a request in the clear on, with the host that was asked for. */
function forward(incoming: IncomingMessage, answer: ServerResponse, port: number): void {
  const { pathname, search } = new URL(incoming.url ?? '');
  const { method = 'GET', headers } = incoming;
  const upstream = request({ host: '127.0.0.1', port, method, path: pathname + search, headers }, (response) => {
    // As they came, since a header that is there twice must not become one.
    answer.writeHead(response.statusCode ?? 502, response.rawHeaders);
    response.pipe(answer);
  });
  upstream.on('error', () => answer.destroy());
  incoming.pipe(upstream);
}

/**
 * A proxy that finds every host at one port of this machine, and what is asked in the clear at another: so a tool can be told the real
 * addresses, unchanged.
 */
export async function connectProxy(
  port: number,
  plainPort = port,
): Promise<{ url: string; port: number; close: () => Promise<void> }> {
  const sockets = new Set<Socket>();
  const proxy = createServer((incoming, answer) => forward(incoming, answer, plainPort));
  proxy.on('connection', (socket) => sockets.add(socket));
  proxy.on('connect', (asked, client, head) => {
    // Some tools ask for a tunnel in the clear, too.
    const isPlain = asked.url !== undefined && !asked.url.endsWith(':443');
    const upstream = connect(isPlain ? plainPort : port, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      upstream.write(head);
      upstream.pipe(client).pipe(upstream);
    });
    sockets.add(upstream);
    upstream.on('error', () => client.destroy());
    client.on('error', () => upstream.destroy());
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  // A listener on a TCP port has an AddressInfo.
  const { port: own } = proxy.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${own}`,
    port: own,
    close: async () => {
      const closed = once(proxy, 'close');
      proxy.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
