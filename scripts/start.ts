import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createServer, type DevServer } from '../dev-server/create-server';
import { towardsDevServer } from './git';
import { launchWithExtension, type Session } from './launch';
import { createReport, StepFailed } from './report';
import { createScreens } from './screens';
import { signIn } from './sign-in';
import { ORGANIZATION, REPOSITORY, tour } from './tour';

const EXTENSION = 'dist/chrome';
const PICTURES = 'out';

function hasDisplay(): boolean {
  if (process.platform === 'darwin' || process.platform === 'win32') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

function cloneCommand(port: number, authorityFile: string): string {
  const settings = [...towardsDevServer(port, authorityFile), '-c', 'credential.helper='];
  // Where this variable is set it wins over the setting.
  const variable = process.env.GIT_SSL_CAINFO ? [`GIT_SSL_CAINFO=${authorityFile}`] : [];
  const words = [...variable, 'git', ...settings, 'clone', `https://dev.azure.com:${port}/${REPOSITORY}`];
  return words.map((word) => (/\s/.test(word) ? `"${word}"` : word)).join(' ');
}

/** For a person: a browser to try Patina in, until it is closed. */
async function show(session: Session & { closed: Promise<void> }, server: DevServer): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'patina-authority-'));
  try {
    const authorityFile = path.join(folder, 'authority.pem');
    await writeFile(authorityFile, server.certificate);
    await signIn(session.context, ORGANIZATION);
    console.log('1. Open Patina from the toolbar (under the puzzle piece; pin it there) and press "Clone and fetch".');
    console.log('2. Press "Copy token", and Done.');
    console.log(`3. ${cloneCommand(server.port, authorityFile)}   (any user name; the token is the password)`);
    await session.closed;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** For a machine without a display: does the main job and says how it went. */
async function prove(session: Session, server: DevServer, stop: AbortSignal): Promise<void> {
  // A step that the end of the browser cuts short has not failed.
  const print = (line: string) => stop.aborted || console.log(line);
  const screens = await createScreens(session, PICTURES);
  await tour({ session, server, screens, step: createReport(print, screens.look) });
  print(`All of it worked. Pictures are in ${PICTURES}/.`);
}

/** Aborted, with the exit code to end with, when nobody wants to go on. */
function stopSignal(): AbortSignal {
  const controller = new AbortController();
  process.once('SIGINT', () => controller.abort(130));
  process.once('SIGTERM', () => controller.abort(143));
  process.once('SIGHUP', () => controller.abort(129));
  // Nobody reads any more, as in `npm start | head -1`.
  process.stdout.on('error', () => controller.abort(141));
  return controller.signal;
}

function stopped(stop: AbortSignal): Promise<number> {
  return new Promise((resolve) => {
    const end = () => resolve(Number(stop.reason));
    if (stop.aborted) end();
    else stop.addEventListener('abort', end, { once: true });
  });
}

/** Resolves to the exit code. Whatever happens, the browser and the server are gone afterwards. */
async function main(headless: boolean): Promise<number> {
  const stop = stopSignal();
  const server = await createServer();
  try {
    const session = await launchWithExtension({ extension: EXTENSION, port: server.port, headless });
    try {
      const done = (headless ? prove : show)(session, server, stop).then(() => 0);
      return await Promise.race([stopped(stop), done]);
    } finally {
      await session.close();
    }
  } finally {
    await server.close();
  }
}

try {
  process.exitCode = await main(process.argv.includes('--headless') || !hasDisplay());
} catch (error) {
  if (!(error instanceof StepFailed)) console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
