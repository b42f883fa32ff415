import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { connectMarionette, type Marionette } from './marionette';
import { which } from './system.mjs';

const ADD_ON = 'patina@patina.example';
/** Firefox makes one up for each installation; set beforehand, so that the pages' addresses are known. */
const UUID = '6f1c1c0e-7f0b-4c7e-9c57-1f7a3c1f6d10';
export const FIREFOX_PAGES = `moz-extension://${UUID}`;

/** A Firefox of this machine, if there is one. */
export const findFirefox = (): string | undefined => which('firefox-esr') ?? which('firefox');

function preferences(proxyPort: number): string {
  const values: Record<string, unknown> = {
    'marionette.port': 0,
    'extensions.webextensions.uuids': JSON.stringify({ [ADD_ON]: UUID }),
    'network.proxy.type': 1,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': proxyPort,
    'datareporting.policy.dataSubmissionEnabled': false,
    'browser.shell.checkDefaultBrowser': false,
    'browser.aboutwelcome.enabled': false,
    'app.update.disabledForTesting': true,
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

async function install(marionette: Marionette, extension: string): Promise<void> {
  await marionette.send('WebDriver:NewSession', { acceptInsecureCerts: true });
  await marionette.send('Addon:Install', { path: path.resolve(extension), temporary: true });
}

type FirefoxOptions = {
  extension: string;
  proxyPort: number;
  /** Another Firefox than the system's. */
  program?: string | undefined;
};

/** The system's Firefox with the built extension in it; every host it asks for is found through the proxy. */
export async function launchFirefox({ extension, proxyPort, program = findFirefox() }: FirefoxOptions) {
  const profile = await mkdtemp(path.join(tmpdir(), 'patina-firefox-'));
  await writeFile(path.join(profile, 'user.js'), preferences(proxyPort));
  const options = ['--headless', '--no-remote', '--marionette', '--remote-allow-system-access', '--profile', profile];
  const firefox = spawn(program ?? 'firefox', options, { stdio: 'ignore' });
  const close = async () => {
    await end(firefox);
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const marionette = await connectMarionette(await marionettePort(profile));
    await install(marionette, extension);
    return {
      ...pageIn(marionette),
      close: async () => {
        marionette.close();
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** A container is what Firefox calls a contextual identity: its tabs have cookies of their own. */
const OPEN_TAB = `
  const { ContextualIdentityService } = ChromeUtils.importESModule('resource://gre/modules/ContextualIdentityService.sys.mjs');
  const userContextId = given[0] ? ContextualIdentityService.create('Work', 'briefcase', 'blue').userContextId : 0;
  const { gBrowser } = Services.wm.getMostRecentWindow('navigator:browser');
  const triggeringPrincipal = Services.scriptSecurityManager.getSystemPrincipal();
  gBrowser.selectedTab = gBrowser.addTab(given[1], { userContextId, triggeringPrincipal });`;

/** What a test does with the one tab that there is. */
function pageIn({ send }: Marionette) {
  /** Runs a function's body in the page, or with the browser's own rights; what it returns or resolves to comes back. */
  const run = (script: string, ...args: unknown[]) =>
    send('WebDriver:ExecuteAsyncScript', {
      script: `const [...given] = arguments; const done = given.pop();
        (async (...given) => { ${script} })(...given).then((value) => done({ value }), (error) => done({ error: String(error) }));`,
      args,
    }) as Promise<{ value?: unknown; error?: string }>;

  async function evaluate(script: string, ...args: unknown[]): Promise<unknown> {
    const { value, error } = await run(script, ...args);
    if (error !== undefined) throw new Error(error);
    return value;
  }

  async function asBrowser(script: string, ...args: unknown[]): Promise<unknown> {
    await send('Marionette:SetContext', { value: 'chrome' });
    try {
      return await evaluate(script, ...args);
    } finally {
      await send('Marionette:SetContext', { value: 'content' });
    }
  }

  /** The enabled button of exactly this name as a screen reader hears it: a digit that is hidden from it is no part. */
  async function findButton(name: string): Promise<string> {
    const text = JSON.stringify(name);
    const value = `//button[not(@disabled)][contains(normalize-space(.), ${text}) or @aria-label=${text}]`;
    for (const element of (await send('WebDriver:FindElements', { using: 'xpath', value })) as object[]) {
      const id = String(Object.values(element)[0]);
      if ((await send('WebDriver:GetComputedLabel', { id })) === name) return id;
    }
    throw new Error(`There is no enabled button of the name ${name}.`);
  }

  /** Presses the first button of that name, as soon as it is there and enabled. */
  async function press(name: string): Promise<void> {
    for (let tried = 0; ; tried++) {
      try {
        await send('WebDriver:ElementClick', { id: await findButton(name) });
        return;
      } catch (error) {
        if (tried >= 300) throw error;
        await pause(100);
      }
    }
  }

  /** Opens a page in the first tab, in front of whatever the extension has opened by itself. */
  async function goto(url: string): Promise<void> {
    await switchTo(await here());
    await send('WebDriver:Navigate', { url });
  }

  const tabs = async () => (await send('WebDriver:GetWindowHandles')) as string[];
  const here = async () => String(await send('WebDriver:GetWindowHandle'));
  const switchTo = (tab: string) => send('WebDriver:SwitchToWindow', { handle: tab, focus: true });

  /** Opens one more tab, in a container of its own where that is wanted, and goes on in it. */
  async function openTab({ inContainer = false } = {}): Promise<string> {
    // By its address: the extension opens tabs by itself, at the same time.
    const address = `about:blank#${crypto.randomUUID()}`;
    await asBrowser(OPEN_TAB, inContainer, address);
    for (let tried = 0; tried < 300; tried++) {
      for (const tab of await tabs()) {
        await switchTo(tab);
        if ((await send('WebDriver:GetCurrentURL')) === address) return tab;
      }
      await pause(100);
    }
    throw new Error('The tab that was to be opened is not there.');
  }

  const text = async () => String(await evaluate('return document.body.innerText'));
  return { goto, evaluate, asBrowser, press, here, openTab, switchTo, text };
}
