import { spawn } from 'node:child_process';
import { dirname } from 'node:path';
import type { Ctx } from '../world';
import { gitEnvironment } from './repository';

/** The variables by which a web server speaks to `git http-backend` (see its manual). */
function cgi(c: Ctx, repository: string, command: string, user: string): Record<string, string> {
  const { incoming } = c.env;
  return {
    ...gitEnvironment,
    GIT_PROJECT_ROOT: dirname(repository),
    GIT_HTTP_EXPORT_ALL: '1',
    PATH_INFO: `${repository.slice(dirname(repository).length).replaceAll('\\', '/')}/${command}`,
    // A named user is what allows receive-pack.
    REMOTE_USER: user,
    REMOTE_ADDR: '127.0.0.1',
    REQUEST_METHOD: c.req.method,
    QUERY_STRING: new URL(c.req.url).search.slice(1),
    CONTENT_TYPE: incoming.headers['content-type'] ?? '',
    HTTP_CONTENT_ENCODING: incoming.headers['content-encoding'] ?? '',
    GIT_PROTOCOL: c.req.header('git-protocol') ?? '',
  };
}

/** The CGI head, up to the blank line that ends it, and what was read after it. */
async function readHead(output: AsyncIterator<Buffer>): Promise<{ head: string; rest: Buffer }> {
  let read = Buffer.alloc(0);
  for (;;) {
    const end = read.indexOf('\r\n\r\n');
    if (end >= 0) return { head: read.subarray(0, end).toString(), rest: read.subarray(end + 4) };
    const { done, value } = await output.next();
    if (done) throw new Error('git http-backend ended without an answer');
    read = Buffer.concat([read, value]);
  }
}

/** Runs one request of git's smart protocol; both bodies are streamed. */
export async function serveGit(c: Ctx, repository: string, command: string, user: string): Promise<Response> {
  const env = cgi(c, repository, command, user);
  const child = spawn('git', ['http-backend'], { env, stdio: ['pipe', 'pipe', 'inherit'] });
  const failed = new Promise<never>((_, reject) => child.on('error', reject));
  // A backend that has heard enough closes its input; that is no error of ours.
  child.stdin.on('error', () => {});
  c.env.incoming.pipe(child.stdin);

  const output: AsyncIterator<Buffer> = child.stdout[Symbol.asyncIterator]();
  const { head, rest } = await Promise.race([readHead(output), failed]);
  const headers = new Headers();
  for (const line of head.split('\r\n')) {
    const [name = '', value = ''] = line.split(/: (.*)/s);
    headers.append(name, value);
  }
  const status = Number.parseInt(headers.get('status') ?? '200', 10);
  headers.delete('status');
  const body = new ReadableStream<Uint8Array>({
    start: (stream) => stream.enqueue(rest),
    pull: async (stream) => {
      const { done, value } = await output.next();
      if (done) stream.close();
      else stream.enqueue(value);
    },
    cancel: () => {
      child.kill();
    },
  });
  return new Response(body, { status, headers });
}
