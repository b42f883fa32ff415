import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type BrowserContext, chromium, type Worker } from '@playwright/test';
import { ensureBrowser } from './find-browser.mjs';
import { popupOpener } from './popup';

type BrowserOptions = {
  /** Where the dev-server listens on loopback; the browser finds Azure DevOps there. */
  port: number;
  headless: boolean;
  /** A profile to keep; without it there is a fresh one that is deleted by `close`. */
  userDataDir?: string;
  /** The environment of the browser, when it is not that of this process. */
  env?: Record<string, string>;
  /** Whether nothing moves, as for a user who has asked for that. */
  still?: boolean;
  /** Whether every name leads to that port, for a server there that listens to what is sent to anybody. */
  everywhere?: boolean;
};

/** With the built extension, for instance `dist/chrome`. */
type LaunchOptions = BrowserOptions & { extension: string };

/** The extension in a browser. */
export type Session = Omit<ReturnType<typeof sessionWith>, 'disconnect'>;

/** Names that lead to the dev-server. Every other name but loopback does not exist for the browser. */
const AZURE_DEVOPS = ['dev.azure.com', 'vssps.dev.azure.com', '*.vssps.visualstudio.com', '*.visualstudio.com'];

function resolverRules({ port, everywhere }: BrowserOptions): string {
  const ours = AZURE_DEVOPS.map((host) => `MAP ${host}:443 127.0.0.1:${port}`);
  return [
    ...ours,
    everywhere ? `MAP * 127.0.0.1:${port}` : 'MAP * ~NOTFOUND',
    'EXCLUDE 127.0.0.1',
    'EXCLUDE localhost',
  ].join(',');
}

function browserArguments(options: BrowserOptions, extension: string | undefined): string[] {
  return [
    ...(extension === undefined ? [] : [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`]),
    '--enable-unsafe-extension-debugging',
    '--remote-debugging-port=0',
    `--host-resolver-rules=${resolverRules(options)}`,
    '--ignore-certificate-errors',
    '--no-proxy-server',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-domain-reliability',
    '--disable-sync',
    '--no-pings',
    '--no-first-run',
    ...(options.still ? ['--force-prefers-reduced-motion', '--animation-duration-scale=0'] : []),
  ];
}

async function workerScript(extension: string): Promise<string> {
  const manifest = await readFile(path.join(extension, 'manifest.json'), 'utf8').catch(() => {
    throw new Error(`There is no extension in ${extension}; run "npm run build" first.`);
  });
  return String(JSON.parse(manifest).background?.service_worker);
}

/** Waits for the worker of the extension; Edge has workers of its own, so the script's name is looked at too. */
async function findWorker(context: BrowserContext, script: string, timeout: number): Promise<Worker | undefined> {
  const isOurs = (worker: Worker) =>
    worker.url().startsWith('chrome-extension://') && worker.url().endsWith(`/${script}`);
  const running = context.serviceWorkers().find(isOurs);
  return running ?? context.waitForEvent('serviceworker', { predicate: isOurs, timeout }).catch(() => undefined);
}

/** The debugger's commands for extensions, which Playwright's types do not know. https://chromedevtools.github.io/devtools-protocol/tot/Extensions/ */
async function command(
  context: BrowserContext,
  method: 'loadUnpacked' | 'uninstall',
  parameters: object,
): Promise<void> {
  const session = await context.browser()?.newBrowserCDPSession();
  const send = session?.send.bind(session) as ((method: string, params: object) => Promise<unknown>) | undefined;
  await send?.(`Extensions.${method}`, parameters);
  await session?.detach();
}

export type LaunchedBrowser = Awaited<ReturnType<typeof launchBrowser>>;

/** The system's browser, with Azure DevOps led to this machine. */
export async function launchBrowser(options: BrowserOptions, extension?: string) {
  const profile = options.userDataDir ?? (await mkdtemp(path.join(tmpdir(), 'patina-profile-')));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: ensureBrowser(),
    headless: options.headless,
    chromiumSandbox: process.getuid?.() !== 0,
    viewport: null,
    ignoreDefaultArgs: ['--disable-extensions'],
    // Whoever launches also closes, in order: Playwright would end the whole process.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    args: browserArguments(options, extension),
    ...(options.env && { env: options.env }),
  });
  const closed = new Promise<void>((resolve) => context.once('close', () => resolve()));
  const close = async () => {
    await context.close();
    if (!options.userDataDir) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  return { context, profile, closed, close };
}

function sessionWith({ context, profile }: LaunchedBrowser, worker: Worker) {
  const { open: openPopup, disconnect } = popupOpener(context, worker, profile);
  return { context, worker, extensionId: new URL(worker.url()).host, openPopup, disconnect };
}

/** Installs the extension in a browser that runs, and resolves when its worker does. */
async function loadByDebugger({ context }: LaunchedBrowser, extension: string): Promise<Worker> {
  const starting = findWorker(context, await workerScript(extension), 15_000);
  const [worker] = await Promise.all([starting, command(context, 'loadUnpacked', { path: path.resolve(extension) })]);
  if (!worker) throw new Error('The browser did not start the extension.');
  return worker;
}

/** The extension as somebody has it who has just installed it; `uninstall` takes with it whatever it had stored. */
export async function installIn(browser: LaunchedBrowser, extension: string) {
  const { disconnect, ...session } = sessionWith(browser, await loadByDebugger(browser, extension));
  const uninstall = async () => {
    await disconnect();
    await command(browser.context, 'uninstall', { id: session.extensionId });
  };
  return { ...session, uninstall };
}

/** The system's browser with the extension in it from its start. */
export async function launchWithExtension(options: LaunchOptions) {
  const extension = path.resolve(options.extension);
  const browser = await launchBrowser(options, extension);
  try {
    const started = await findWorker(browser.context, await workerScript(extension), 5_000);
    // Chrome from 137 on and Edge ignore `--load-extension`, but still load an extension when a debugger asks for it.
    const worker = started ?? (await loadByDebugger(browser, extension));
    const { disconnect, ...session } = sessionWith(browser, worker);
    return { ...session, closed: browser.closed, close: () => disconnect().then(browser.close) };
  } catch (error) {
    await browser.close();
    throw error;
  }
}

/** Takes up a new build, and opens again the pages of the extension that close over it. */
export async function reloadIn({ context, extensionId }: Session, extension: string): Promise<void> {
  const addresses = context.pages().map((page) => page.url());
  await command(context, 'loadUnpacked', { path: path.resolve(extension) });
  const lost = addresses.filter((address) => new URL(address).host === extensionId);
  for (const address of lost) {
    const isThere = context.pages().some((page) => page.url() === address);
    if (!isThere) await context.newPage().then((page) => page.goto(address));
  }
}

/** What the clipboard holds, read by a page of `url`'s origin. The page takes the focus, so an open popup closes. */
export async function readClipboard(context: BrowserContext, url: string): Promise<string> {
  await context.grantPermissions(['clipboard-read'], { origin: new URL(url).origin });
  const page = await context.newPage();
  try {
    await page.goto(url);
    await page.bringToFront();
    return await page.evaluate(() => navigator.clipboard.readText());
  } finally {
    await page.close();
  }
}
