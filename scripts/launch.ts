import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type BrowserContext, chromium, type Worker } from '@playwright/test';
import { ensureBrowser } from './find-browser.mjs';
import { popupOpener } from './popup';

export type LaunchOptions = {
  /** The built extension, for instance `dist/chrome`. */
  extension: string;
  /** Where the dev-server listens on loopback; the browser finds Azure DevOps there. */
  port: number;
  headless: boolean;
  /** A profile to keep; without it there is a fresh one that is deleted by `close`. */
  userDataDir?: string;
};

export type Session = Awaited<ReturnType<typeof launchWithExtension>>;

/** Names that lead to the dev-server. Every other name but loopback does not exist for the browser. */
const AZURE_DEVOPS = ['dev.azure.com', 'vssps.dev.azure.com', '*.vssps.visualstudio.com', '*.visualstudio.com'];

function resolverRules(port: number): string {
  const ours = AZURE_DEVOPS.map((host) => `MAP ${host}:443 127.0.0.1:${port}`);
  return [...ours, 'MAP * ~NOTFOUND', 'EXCLUDE 127.0.0.1', 'EXCLUDE localhost'].join(',');
}

function browserArguments({ extension, port }: LaunchOptions): string[] {
  return [
    `--disable-extensions-except=${extension}`,
    `--load-extension=${extension}`,
    '--enable-unsafe-extension-debugging',
    '--remote-debugging-port=0',
    `--host-resolver-rules=${resolverRules(port)}`,
    '--ignore-certificate-errors',
    '--no-proxy-server',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-domain-reliability',
    '--disable-sync',
    '--no-pings',
    '--no-first-run',
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

/** Chrome from 137 on and Edge ignore `--load-extension`, but still load an extension when a debugger asks for it. */
async function loadByDebugger(context: BrowserContext, extension: string): Promise<void> {
  const session = await context.browser()?.newBrowserCDPSession();
  // Playwright's types do not know this domain. https://chromedevtools.github.io/devtools-protocol/tot/Extensions/
  const send = session?.send.bind(session) as ((method: string, params: object) => Promise<unknown>) | undefined;
  await send?.('Extensions.loadUnpacked', { path: extension });
  await session?.detach();
}

async function startWorker(context: BrowserContext, extension: string): Promise<Worker> {
  const script = await workerScript(extension);
  const started = await findWorker(context, script, 5_000);
  if (started) return started;
  const waiting = findWorker(context, script, 15_000);
  await loadByDebugger(context, extension);
  const loaded = await waiting;
  if (!loaded) throw new Error('The browser did not start the extension.');
  return loaded;
}

/** The system's browser with the extension in it, and Azure DevOps led to the dev-server on this machine. */
export async function launchWithExtension(options: LaunchOptions) {
  const profile = options.userDataDir ?? (await mkdtemp(path.join(tmpdir(), 'patina-profile-')));
  const extension = path.resolve(options.extension);
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
    args: browserArguments({ ...options, extension }),
  });
  const close = async () => {
    await context.close();
    if (!options.userDataDir) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const worker = await startWorker(context, extension);
    const popup = popupOpener(context, worker, profile);
    const extensionId = new URL(worker.url()).host;
    const closed = new Promise<void>((resolve) => context.once('close', () => resolve()));
    const end = () => popup.disconnect().then(close);
    return { context, worker, extensionId, openPopup: popup.open, closed, close: end };
  } catch (error) {
    await close();
    throw error;
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
