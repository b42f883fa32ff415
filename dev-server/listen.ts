import { once } from 'node:events';
import type { AddressInfo, Server, Socket } from 'node:net';
import type { ServerType } from '@hono/node-server';

/**
 * Listens on this machine alone, on a free port where none is named. `close` ends every connection with it, also one whose
 * handshake is under way: HTTP does not know of that yet, and would wait for a request on it.
 */
export async function listen(listener: ServerType, wanted = 0): Promise<{ port: number; close: () => Promise<void> }> {
  const server: Server = listener;
  const open = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  server.listen(wanted, '127.0.0.1');
  await once(server, 'listening');
  // A listener on a TCP port has an AddressInfo.
  const { port } = server.address() as AddressInfo;
  const close = async () => {
    const closed = once(server, 'close');
    server.close();
    for (const socket of open) socket.destroy();
    await closed;
  };
  return { port, close };
}
