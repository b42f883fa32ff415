import { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import type { Apply, FaultOptions } from './fault';
import type { Ctx } from './world';

/** Ends the connection as a cable does. The answer that is returned reaches nobody. */
export function drop(c: Ctx): Response {
  c.env.incoming.socket.destroy();
  return new Response(null);
}

export async function breakBody(c: Ctx, apply: Apply, change: (text: string) => string): Promise<Response> {
  await apply();
  const { status, headers } = c.res;
  const text = await c.res.text();
  return new Response(text === '' ? null : change(text), { status, headers });
}

/** Blanks are allowed before JSON, so the body is right, and far too long. */
export async function flood(c: Ctx, apply: Apply, { bytes = 64 * 2 ** 20 }: FaultOptions): Promise<Response> {
  await apply();
  const { status, headers } = c.res;
  const end = new Uint8Array(await c.res.arrayBuffer());
  const blanks = new Uint8Array(2 ** 16).fill(32);
  let sent = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(stream) {
      if (sent < bytes) {
        stream.enqueue(blanks);
        sent += blanks.length;
      } else {
        stream.enqueue(end);
        stream.close();
      }
    },
  });
  return new Response(body, { status, headers });
}

export async function drip(c: Ctx, apply: Apply): Promise<Response> {
  await apply();
  const { status, headers } = c.res;
  const text = await c.res.text();
  const encoder = new TextEncoder();
  let timer: NodeJS.Timeout | undefined;
  const body = new ReadableStream<Uint8Array>({
    start(stream) {
      stream.enqueue(encoder.encode(text.slice(0, text.length / 2)));
      timer = setInterval(() => stream.enqueue(encoder.encode(' ')), 50);
    },
    cancel() {
      clearInterval(timer);
    },
  });
  return new Response(body, { status, headers });
}

/** A gigabyte that is a megabyte on the way. It is made as it is taken. */
export async function pressed(c: Ctx, apply: Apply, { bytes = 2 ** 30 }: FaultOptions): Promise<Response> {
  await apply();
  const { status } = c.res;
  function* blanks() {
    for (let sent = 0; sent < bytes; sent += 2 ** 16) yield Buffer.alloc(2 ** 16, ' ');
  }
  const body = Readable.from(blanks()).pipe(createGzip({ level: 1 }));
  const headers = { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' };
  return new Response(Readable.toWeb(body) as ReadableStream, { status, headers });
}
