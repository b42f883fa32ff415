import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export type Gate = Awaited<ReturnType<typeof openGate>>;

/** One port that leads to a server, and later to another: a browser is told only once where Azure DevOps is. */
export async function openGate() {
  const sockets = new Set<Socket>();
  let behind = 0;
  const closeAll = () => {
    for (const socket of sockets) socket.destroy();
    sockets.clear();
  };
  const gate = createServer((incoming) => {
    const outgoing = connect(behind, '127.0.0.1');
    for (const [socket, other] of [
      [incoming, outgoing],
      [outgoing, incoming],
    ] as const) {
      sockets.add(socket);
      socket.on('error', () => other.destroy());
      socket.on('close', () => {
        sockets.delete(socket);
        other.destroy();
      });
    }
    incoming.pipe(outgoing).pipe(incoming);
  });
  gate.listen(0, '127.0.0.1');
  await once(gate, 'listening');
  const { port } = gate.address() as AddressInfo; // a listener on a TCP port has one
  return {
    port,
    /** Connections to the server before it end. */
    leadTo: (server: number) => {
      closeAll();
      behind = server;
    },
    close: async () => {
      const closed = once(gate, 'close');
      gate.close();
      closeAll();
      await closed;
    },
  };
}
