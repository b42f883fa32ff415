import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createServer } from '../../dev-server/create-server';
import { type Heard, httpsFront } from '../e2e/https-front';

/** What a browser has to be launched with, so that whatever it writes is in that folder. */
async function homeIn(folder: string) {
  const userDataDir = path.join(folder, 'profile');
  const home = path.join(folder, 'home');
  const temporary = path.join(folder, 'temporary');
  for (const each of [userDataDir, home, temporary]) await mkdir(each);
  const own = Object.entries(process.env).filter((each): each is [string, string] => each[1] !== undefined);
  const homes = { HOME: home, XDG_CONFIG_HOME: home, XDG_CACHE_HOME: home, TMPDIR: temporary };
  return { userDataDir, env: { ...Object.fromEntries(own), ...homes } };
}

/** Where a browser is led through everything: a server of its own, which hears all that is sent to anybody, and a folder for all that is written. */
export async function openPlace() {
  const folder = await mkdtemp(path.join(tmpdir(), 'patina-leaks-'));
  const home = await homeIn(folder);
  const server = await createServer();
  const heard: Heard[] = [];
  const front = await httpsFront({ behind: server.url, heard: (request) => void heard.push(request) });
  const close = async () => {
    await front.close();
    await server.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  return { folder, home, server, heard, port: front.port, close };
}

export type Place = Awaited<ReturnType<typeof openPlace>>;
