import { once } from 'node:events';
import { connect } from 'node:net';

type Answer = [type: 1, id: number, error: { error: string; message: string } | null, result: { value?: unknown }];

/** Splits what Firefox sends, each message with its length before it: `12:{"a":"text"}`. */
function* messagesIn(received: { bytes: Buffer }): Generator<unknown> {
  for (;;) {
    const colon = received.bytes.indexOf(':');
    const length = Number(received.bytes.subarray(0, colon).toString());
    if (colon < 0 || received.bytes.length < colon + 1 + length) return;
    const text = received.bytes.subarray(colon + 1, colon + 1 + length).toString();
    received.bytes = received.bytes.subarray(colon + 1 + length);
    yield JSON.parse(text);
  }
}

/**
 * Talks to a Firefox that was started with `--marionette`: the one way by which pages of an extension can be driven
 * there. https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html
 */
export async function connectMarionette(port: number) {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  const received = { bytes: Buffer.alloc(0) };
  const waiting = new Map<number, (answer: Answer) => void>();
  socket.on('data', (part) => {
    received.bytes = Buffer.concat([received.bytes, part]);
    for (const message of messagesIn(received))
      if (Array.isArray(message)) waiting.get(message[1])?.(message as Answer);
  });

  let last = 0;
  /** Sends one command and gives its result; an error of Firefox's is thrown. */
  async function send(command: string, parameters: object = {}): Promise<unknown> {
    const id = ++last;
    const answered = new Promise<Answer>((resolve) => waiting.set(id, resolve));
    const text = JSON.stringify([0, id, command, parameters]);
    socket.write(`${Buffer.byteLength(text)}:${text}`);
    const [, , error, result] = await answered;
    waiting.delete(id);
    if (error) throw new Error(`${command}: ${error.error}: ${error.message}`);
    return result && 'value' in result ? result.value : result;
  }

  return { send, close: () => socket.destroy() };
}

export type Marionette = Awaited<ReturnType<typeof connectMarionette>>;
