import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { ensureBrowser } from '../../scripts/find-browser.mjs';

type Message = {
  id?: number;
  method?: string;
  params?: never;
  sessionId?: string;
  result?: never;
  error?: { message: string };
};
type Listener = { method: string; hear: (params: never, sessionId: string | undefined) => void };

export type Target = { targetId: string; type: string; url: string };

const NAMES = ['dev.azure.com', 'vssps.dev.azure.com', '*.visualstudio.com'];

function flagsFor(profile: string, port: number): string[] {
  const rules = [...NAMES.map((name) => `MAP ${name}:443 127.0.0.1:${port}`), 'MAP * ~NOTFOUND', 'EXCLUDE 127.0.0.1'];
  return [
    '--headless=new',
    '--remote-debugging-pipe',
    '--enable-unsafe-extension-debugging',
    `--user-data-dir=${profile}`,
    `--host-resolver-rules=${rules.join(',')}`,
    '--ignore-certificate-errors',
    ...[
      '--no-first-run',
      '--no-default-browser-check',
      '--disable-background-networking',
      '--disable-component-update',
    ],
    ...['--disable-sync', '--no-proxy-server', '--window-size=1200,800'],
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    'about:blank',
  ];
}

/** The messages that come out of a pipe, each ended by a zero. */
function readMessages(from: Readable, take: (message: Message) => void): void {
  let rest = Buffer.alloc(0);
  from.on('data', (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk]);
    for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
      take(JSON.parse(rest.subarray(0, end).toString('utf8')));
      rest = rest.subarray(end + 1);
    }
  });
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  await new Promise<void>((resolve) => child.once('exit', () => resolve()));
}

/**
 * A browser at the end of a raw pipe. Playwright attaches to every worker that it sees, and keeps it awake by that; here
 * nobody is attached to anything but for as long as it is looked at.
 */
export async function openBrowser(port: number) {
  const profile = await mkdtemp(path.join(tmpdir(), 'patina-bench-'));
  const stdio: ('ignore' | 'pipe')[] = ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'];
  const child = spawn(ensureBrowser(), flagsFor(profile, port), { stdio });
  const [to, from] = [child.stdio[3] as Writable, child.stdio[4] as Readable];
  const waiting = new Map<number, { resolve: (result: never) => void; reject: (error: Error) => void }>();
  const listeners = new Set<Listener>();
  let last = 0;

  readMessages(from, ({ id, method, params, sessionId, result, error }) => {
    if (method !== undefined)
      for (const each of listeners) if (each.method === method) each.hear(params as never, sessionId);
    const asked = waiting.get(id ?? -1);
    waiting.delete(id ?? -1);
    if (error) asked?.reject(new Error(error.message));
    else asked?.resolve(result as never);
  });

  function send<T = Record<string, never>>(method: string, params: object = {}, sessionId?: string): Promise<T> {
    const id = ++last;
    to.write(`${JSON.stringify({ id, method, params, ...(sessionId && { sessionId }) })}\0`);
    return new Promise<T>((resolve, reject) => waiting.set(id, { resolve: resolve as never, reject }));
  }

  /** Hears an event until the answer is called. */
  function on<T>(method: string, hear: (params: T, sessionId: string | undefined) => void): () => void {
    const listener = { method, hear: hear as never };
    listeners.add(listener);
    return () => listeners.delete(listener);
  }

  async function close(): Promise<void> {
    await send('Browser.close').catch(() => undefined);
    await ended(child);
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }

  return { send, on, close, pid: child.pid };
}

export type Pipe = Awaited<ReturnType<typeof openBrowser>>;
