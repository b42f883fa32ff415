import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Place } from '../src/core/recipes/place';
import { copied, isInstalled, paste, SESAME } from './recipe-paste';
import { ODD_NAMES } from './recipe-room';

// A real docker, and in the place of its daemon a server that keeps what it is asked: no container is needed to see what one would be given.

vi.setConfig({ testTimeout: 60_000 });

type Container = { Env: string[]; Image: string; Cmd: string[] | null; HostConfig: { Binds: string[] } };

let daemon: Server;
let home: string;
let created: Container[] = [];

beforeEach(async () => {
  created = [];
  home = await mkdtemp(join(tmpdir(), 'patina-docker-'));
  daemon = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      const isCreate = request.url?.includes('/containers/create') ?? false;
      if (isCreate) created.push(JSON.parse(body));
      response.writeHead(isCreate ? 201 : 200, { 'Api-Version': '1.41', 'Content-Type': 'application/json' });
      response.end(isCreate ? JSON.stringify({ Id: 'a'.repeat(64), Warnings: [] }) : '{}');
    });
  });
  await new Promise<void>((resolve) => daemon.listen(0, '127.0.0.1', resolve));
});

afterEach(async () => {
  daemon.closeAllConnections();
  await new Promise((resolve) => daemon.close(resolve));
  await rm(home, { recursive: true, force: true });
});

const places: [what: string, place: Place][] = [
  ['an organization', { kind: 'services', organization: 'fabrikam', domain: 'dev.azure.com' }],
  ['a server', { kind: 'server', base: 'https://tfs.corp.example/%PATH%', collection: ODD_NAMES.join(' ') }],
];
test.skipIf(!isInstalled('docker')).each(places)(
  'Docker gives the agent the names as they are, and the token as a file alone: %s (skipped where docker is not installed)',
  async (_, place) => {
    const [pool, agent] = [ODD_NAMES.join(' '), `--x=1 ${ODD_NAMES.toReversed().join('=')}`];
    const text = copied('agent-docker', { place, fields: { pool, agent, image: 'agent:1' }, shell: 'bash' });
    const { port } = daemon.address() as AddressInfo; // it listens at a port
    const env = { PATH: process.env.PATH ?? '', HOME: home, DOCKER_HOST: `tcp://127.0.0.1:${port}`, LANG: 'C.UTF-8' };
    await paste([text, SESAME], { cwd: home, env });
    const [container] = created;
    // In whatever order: Docker's own is another one from time to time.
    expect(container?.Env.toSorted()).toEqual([
      `AZP_AGENT_NAME=${agent}`,
      `AZP_POOL=${pool}`,
      'AZP_TOKEN_FILE=/run/azp_token',
      expect.stringMatching(/^AZP_URL=https:\/\/[\w.~/%-]+$/),
    ]);
    expect([container?.Image, container?.Cmd]).toEqual(['agent:1', null]);
    expect(JSON.stringify(created)).not.toContain(SESAME);
    const file = join(home, '.azp_token');
    expect([await readFile(file, 'utf8'), (await stat(file)).mode & 0o777]).toEqual([SESAME, 0o600]);
  },
);
