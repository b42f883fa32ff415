import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { findFirefox } from './find-browser.mjs';
import { pageIn } from './firefox-page';
import { connectMarionette, type Marionette } from './marionette';

const ADD_ON = 'patina@patina.example';
/** Firefox makes one up for each installation; set beforehand, so that the pages' addresses are known. */
const UUID = '6f1c1c0e-7f0b-4c7e-9c57-1f7a3c1f6d10';
/** Where a profile that is kept has what Firefox printed, the console's lines among it. */
export const PRINTED = 'printed.txt';
export const FIREFOX_PAGES = `moz-extension://${UUID}`;

function preferences(proxyPort: number, downloads: string): string {
  const values: Record<string, unknown> = {
    'marionette.port': 0,
    'extensions.webextensions.uuids': JSON.stringify({ [ADD_ON]: UUID }),
    'extensions.webextensions.keepUuidOnUninstall': true,
    'network.proxy.type': 1,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': proxyPort,
    'browser.download.folderList': 2,
    'browser.download.dir': downloads,
    'browser.download.alwaysOpenPanel': false,
    'datareporting.policy.dataSubmissionEnabled': false,
    'browser.shell.checkDefaultBrowser': false,
    'browser.aboutwelcome.enabled': false,
    'app.update.disabledForTesting': true,
    // An event page is ended by the tests alone.
    'extensions.background.idle.timeout': 600_000,
    'devtools.console.stdout.content': true,
    // What it does beside the tests, at their cost.
    'app.normandy.enabled': false,
    'browser.newtabpage.enabled': false,
    'browser.safebrowsing.malware.enabled': false,
    'browser.safebrowsing.phishing.enabled': false,
    'browser.startup.page': 0,
    'dom.ipc.processPrelaunch.enabled': false,
    'network.captive-portal-service.enabled': false,
    'services.settings.server': 'data:,#remote-settings-dummy/v1',
    'ui.prefersReducedMotion': 1,
  };
  const lines = Object.entries(values).map(([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});`);
  return lines.join('\n');
}

async function marionettePort(profile: string): Promise<number> {
  for (let tried = 0; tried < 300; tried++) {
    const text = await readFile(path.join(profile, 'MarionetteActivePort'), 'utf8').catch(() => '');
    if (text !== '') return Number(text);
    await pause(200);
  }
  throw new Error('Firefox did not start.');
}

async function end(firefox: ChildProcess): Promise<void> {
  if (firefox.exitCode !== null) return;
  const ended = once(firefox, 'exit');
  firefox.kill('SIGKILL');
  await ended;
}

/** Installs what is in a folder, and closes the tab that it opens at an address as soon as that is there. */
const INSTALL = `
  const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
  const { FileUtils } = ChromeUtils.importESModule('resource://gre/modules/FileUtils.sys.mjs');
  const { gBrowser } = Services.wm.getMostRecentWindow('navigator:browser');
  const { promise: welcomed, resolve } = Promise.withResolvers();
  const listener = { onLocationChange: (browser, _1, _2, { spec }) => spec.startsWith(given[1]) && resolve(browser) };
  gBrowser.addTabsProgressListener(listener);
  await AddonManager.installTemporaryAddon(new FileUtils.File(given[0]));
  gBrowser.removeTab(gBrowser.getTabForBrowser(await welcomed), { animate: false, skipPermitUnload: true });
  gBrowser.removeTabsProgressListener(listener);`;

/** What can be done with the add-on, besides opening its pages. */
function addOnIn({ send }: Marionette, { asBrowser }: ReturnType<typeof pageIn>) {
  return {
    /** As somebody has it who has just installed it, and has closed the tab that welcomes. */
    install: (extension: string) => asBrowser(INSTALL, path.resolve(extension), FIREFOX_PAGES),
    /** Takes with it whatever it had stored. */
    uninstall: () => send('Addon:Uninstall', { id: ADD_ON }),
  };
}

type FirefoxOptions = {
  proxyPort: number;
  /** Without a window; so it is in a test. */
  headless?: boolean;
  program?: string;
  /** A profile to keep, with all that Firefox prints in it; without it there is a fresh one that is deleted by `close`. */
  userDataDir?: string;
  /** The environment of the browser, when it is not that of this process. */
  env?: Record<string, string>;
};

/** The system's Firefox, or another one, where every host is found through the proxy. */
export async function launchFirefox({
  proxyPort,
  headless = true,
  program = findFirefox(),
  userDataDir,
  env,
}: FirefoxOptions) {
  const profile = userDataDir ?? (await mkdtemp(path.join(tmpdir(), 'patina-firefox-')));
  const downloads = path.join(profile, 'downloads');
  await writeFile(path.join(profile, 'user.js'), preferences(proxyPort, downloads));
  const window = headless ? ['--headless'] : [];
  const options = [...window, '--no-remote', '--marionette', '--remote-allow-system-access', '--profile', profile];
  const printed = userDataDir && (await open(path.join(userDataDir, PRINTED), 'a'));
  const output = printed ? printed.fd : 'ignore';
  const firefox = spawn(program ?? 'firefox', options, {
    stdio: ['ignore', output, output],
    ...(env && { env }),
  });
  // A run that is given up, also in the middle of a start, leaves none behind.
  const kill = () => firefox.kill('SIGKILL');
  process.once('exit', kill);
  firefox.once('exit', () => process.off('exit', kill));
  if (printed) await printed.close();
  const ignore = () => undefined;
  const closed = once(firefox, 'exit').then(ignore, ignore);
  const close = async () => {
    await end(firefox);
    if (!userDataDir) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const marionette = await connectMarionette(await marionettePort(profile));
    await marionette.send('WebDriver:NewSession', { acceptInsecureCerts: true });
    // Long enough for a machine that does other things as well: only what hangs is ended by it.
    await marionette.send('WebDriver:SetTimeouts', { script: 300_000 });
    const page = pageIn(marionette);
    const endAll = async () => {
      marionette.close();
      await close();
    };
    /** Ends it as a user does, who can be asked nothing. */
    const quit = async () => {
      await marionette.send('Marionette:Quit', { flags: ['eForceQuit'] });
      await closed;
      marionette.close();
    };
    return { ...page, ...addOnIn(marionette, page), downloads, closed, quit, close: endAll };
  } catch (error) {
    await close();
    throw error;
  }
}
