import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { createServer, type DevServer } from '../dev-server/create-server';
import { type FaultName, faultTable } from '../dev-server/faults';
import { towardsDevServer } from './git';
import { launchWithExtension, reloadIn, type Session } from './launch';
import { createReport, StepFailed } from './report';
import { createScreens } from './screens';
import { signIn } from './sign-in';
import { ORGANIZATION, REPOSITORY, tour } from './tour';
import { watchBuilds } from './watch';

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

/** What was built anew is in the browser at once; in a Firefox it is when somebody presses Reload in about:debugging. */
async function takeUp(mode: string, session: Session): Promise<void> {
  if (mode !== 'chrome') return console.log(`Built for ${mode}.`);
  const failed = await reloadIn(session, EXTENSION).catch((error: Error) => error);
  console.log(failed ? `Built for ${mode}, but not reloaded: ${failed.message}` : `Built for ${mode}, and reloaded.`);
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

/** Faults of the server by their names, from the start and without an end. */
function faultsNamed(names: string[]): Partial<Record<FaultName, object>> {
  const unknown = names.find((name) => !Object.hasOwn(faultTable, name));
  if (unknown !== undefined) {
    throw new Error(`There is no fault "${unknown}". There are: ${Object.keys(faultTable).join(', ')}.`);
  }
  return Object.fromEntries(names.map((name) => [name, {}]));
}

type Wishes = { headless: boolean; watches: boolean; faults: string[] };

/** Resolves to the exit code. Whatever happens, the browser and the server are gone afterwards. */
async function main({ headless, watches, faults }: Wishes): Promise<number> {
  const stop = stopSignal();
  let onChange = (_mode: string) => {};
  const builds = watches ? await watchBuilds((mode) => onChange(mode)) : undefined;
  const server = await createServer({ faults: faultsNamed(faults) });
  try {
    const session = await launchWithExtension({ extension: EXTENSION, port: server.port, headless });
    let last = Promise.resolve();
    onChange = (mode) => {
      last = last.then(() => takeUp(mode, session));
    };
    try {
      const done = (headless && !watches ? prove : show)(session, server, stop).then(() => 0);
      return await Promise.race([stopped(stop), done]);
    } finally {
      await session.close();
    }
  } finally {
    await server.close();
    await builds?.close();
  }
}

try {
  const { values } = parseArgs({
    options: {
      headless: { type: 'boolean', default: !hasDisplay() },
      watch: { type: 'boolean', default: false },
      fault: { type: 'string', multiple: true, default: [] },
    },
  });
  process.exitCode = await main({ headless: values.headless, watches: values.watch, faults: values.fault });
} catch (error) {
  if (!(error instanceof StepFailed)) console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
