import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { createServer, type DevServer } from '../dev-server/create-server';
import type { FaultName } from '../dev-server/faults';
import { createOnPremServer, type OnPremServer } from '../dev-server/onprem/create-onprem-server';
import { isProfileName, type ProfileName, profiles } from '../dev-server/onprem/profiles';
import { towardsDevServer } from './git';
import { launchWithExtension, reloadIn, type Session } from './launch';
import { faultNamed, meets, sentenceFor } from './playground';
import { createReport, StepFailed } from './report';
import { createScreens } from './screens';
import { signIn } from './sign-in';
import { startFirefox } from './start-firefox';
import { ORGANIZATION, REPOSITORY, tour } from './tour';
import { watchBuilds } from './watch';

const EXTENSION = 'dist/chrome';
const PICTURES = 'out';

/** What a person does first. */
const FIRST_STEPS = [
  '1. Open Patina from the toolbar (under the puzzle piece; pin it there) and press "Clone and fetch".',
  '2. Press "Copy token", and Done.',
];

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
    console.log(FIRST_STEPS.join('\n'));
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

type Wishes = {
  headless: boolean;
  watches: boolean;
  firefox: boolean;
  faults: FaultName[];
  /** A server on premises beside the organizations. */
  server: ProfileName | undefined;
};

/** A browser with Patina in it, and what is done there. */
type Opened = { done: Promise<void>; close: () => Promise<unknown> };

async function openChrome(server: DevServer, { headless, watches }: Wishes, stop: AbortSignal): Promise<Opened> {
  let onChange = (_mode: string) => {};
  const builds = watches ? await watchBuilds((mode) => onChange(mode)) : undefined;
  const session = await launchWithExtension({ extension: EXTENSION, port: server.port, headless });
  let last = Promise.resolve();
  onChange = (mode) => {
    last = last.then(() => takeUp(mode, session));
  };
  const done = (headless && !watches ? prove : show)(session, server, stop);
  return { done, close: () => session.close().then(() => builds?.close()) };
}

async function openFirefox(server: DevServer, { headless }: Wishes): Promise<Opened> {
  const { prove, closed, close } = await startFirefox(server, { headless });
  if (!headless) console.log(FIRST_STEPS.join('\n'));
  return { done: headless ? prove() : closed, close };
}

/** What else there is to meet. */
function tell(faults: FaultName[], onPremises: OnPremServer | undefined): void {
  for (const name of faults) console.log(sentenceFor(name));
  if (onPremises) console.log(`A server on premises: add ${onPremises.url}/DefaultCollection in Patina's Settings.`);
}

/** Resolves to the exit code. Whatever happens, the browser and the servers are gone afterwards. */
async function main(wishes: Wishes): Promise<number> {
  const { faults, firefox, server: profile } = wishes;
  const stop = stopSignal();
  const server = await createServer({ faults: Object.fromEntries(faults.map((name) => [name, meets(name)])) });
  const onPremises = profile && (await createOnPremServer({ profile }));
  try {
    tell(faults, onPremises);
    const { done, close } = await (firefox ? openFirefox(server, wishes) : openChrome(server, wishes, stop));
    try {
      return await Promise.race([stopped(stop), done.then(() => 0)]);
    } finally {
      await close();
    }
  } finally {
    await onPremises?.close();
    await server.close();
  }
}

function profileNamed(name: string | undefined): ProfileName | undefined {
  if (name === undefined || isProfileName(name)) return name;
  throw new Error(`There is no server "${name}". There are: ${Object.keys(profiles).join(', ')}.`);
}

try {
  const { values } = parseArgs({
    options: {
      headless: { type: 'boolean', default: !hasDisplay() },
      watch: { type: 'boolean', default: false },
      firefox: { type: 'boolean', default: false },
      fault: { type: 'string', multiple: true, default: [] },
      server: { type: 'string' },
    },
  });
  const { headless, watch: watches, firefox, fault } = values;
  if (watches && firefox)
    throw new Error('"npm run dev" opens Chrome. For Firefox: load dist/firefox by hand, in about:debugging.');
  const wishes = { headless, watches, firefox, faults: fault.map(faultNamed), server: profileNamed(values.server) };
  process.exitCode = await main(wishes);
} catch (error) {
  if (!(error instanceof StepFailed)) console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
