import { setTimeout as pause } from 'node:timers/promises';
import type { Marionette } from './marionette';

/** A container is what Firefox calls a contextual identity: its tabs have cookies of their own. */
const OPEN_TAB = `
  const { ContextualIdentityService } = ChromeUtils.importESModule('resource://gre/modules/ContextualIdentityService.sys.mjs');
  const userContextId = given[0] ? ContextualIdentityService.create('Work', 'briefcase', 'blue').userContextId : 0;
  const { gBrowser } = Services.wm.getMostRecentWindow('navigator:browser');
  const triggeringPrincipal = Services.scriptSecurityManager.getSystemPrincipal();
  gBrowser.selectedTab = gBrowser.addTab(given[1], { userContextId, triggeringPrincipal });`;

/** By this name a script is given an element. https://www.w3.org/TR/webdriver2/#elements */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

/**
 * Ctrl+A, by which a person marks what a field holds, so that the next letters stand in its place: WebDriver's own way to
 * empty a field tells the page nothing, which writes its text there again with the next thing that it draws.
 * https://www.w3.org/TR/webdriver2/#keyboard-actions
 */
const ALL = '\uE009a';
const BACKSPACE = '\uE003';

/** What is done with the tab that is in front. */
export function pageIn({ send }: Marionette) {
  /** Runs a function's body in the page, or with the browser's own rights; what it returns or resolves to comes back. */
  const run = (script: string, ...args: unknown[]) =>
    send('WebDriver:ExecuteScript', {
      script: `const given = [...arguments];
        return (async (...given) => { ${script} })(...given).then((value) => ({ value }), (error) => ({ error: String(error) }));`,
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

  /** The first of these elements that has exactly this name as a screen reader hears it: a digit that is hidden from it is no part. */
  async function find(xpath: string, name: string): Promise<string> {
    for (const element of (await send('WebDriver:FindElements', { using: 'xpath', value: xpath })) as object[]) {
      const id = String(Object.values(element)[0]);
      if ((await send('WebDriver:GetComputedLabel', { id })) === name) return id;
    }
    throw new Error(`There is nothing enabled of the name ${name}.`);
  }

  /** Does something with it as soon as it is there and lets that be done. */
  async function once(xpath: string, name: string, act: (id: string) => Promise<unknown>): Promise<void> {
    for (let tried = 0; ; tried++) {
      try {
        await act(await find(xpath, name));
        return;
      } catch (error) {
        if (tried >= 300) throw error;
        await pause(100);
      }
    }
  }

  /** Moves it to the middle of the window, where nothing that stays at its edges is in front of it. */
  const bringIn = (id: string) => evaluate(`given[0].scrollIntoView({ block: 'center' })`, { [ELEMENT]: id });

  async function click(id: string): Promise<void> {
    await bringIn(id);
    await send('WebDriver:ElementClick', { id });
  }

  /** Presses the first button or link of that name. */
  function press(name: string): Promise<void> {
    const text = JSON.stringify(name);
    const named = `[contains(normalize-space(.), ${text}) or @aria-label=${text}]`;
    // What a question stands before cannot be pressed.
    const inFront = '[not(//dialog[@open]) or ancestor::dialog[@open]]';
    return once(`//*[self::button or self::a][not(@disabled)]${inFront}${named}`, name, click);
  }

  /** Ticks a checkbox or a radio button, or takes the tick off. */
  const tick = (name: string) => once('//input[@type="checkbox" or @type="radio"][not(@disabled)]', name, click);

  /** Writes a text into a field, in place of what is there. */
  function fill(name: string, text: string): Promise<void> {
    return once('//*[self::input or self::textarea][not(@disabled)]', name, async (id) => {
      const type = (keys: string) => send('WebDriver:ElementSendKeys', { id, text: keys });
      await type(ALL);
      await type(BACKSPACE);
      await type(text);
    });
  }

  /** Chooses from a list by what is read there. */
  function choose(name: string, option: string): Promise<void> {
    const value = `.//option[normalize-space(.)=${JSON.stringify(option)}]`;
    return once('//select[not(@disabled)]', name, async (id) => {
      const found = (await send('WebDriver:FindElement', { element: id, using: 'xpath', value })) as object;
      await bringIn(id);
      await send('WebDriver:ElementClick', { id: String(Object.values(found)[0]) });
    });
  }

  /** Presses keys one after the other, of which each of `held` stays down. */
  async function type(keys: string[], held: string[] = []): Promise<void> {
    const down = (value: string) => ({ type: 'keyDown', value });
    const up = (value: string) => ({ type: 'keyUp', value });
    const strokes = keys.flatMap((key) => [down(key), up(key)]);
    const actions = [{ type: 'key', id: 'keys', actions: [...held.map(down), ...strokes, ...held.map(up)] }];
    await send('WebDriver:PerformActions', { actions });
  }

  /** Opens a page in the first tab, in front of whatever the extension has opened by itself. */
  async function goto(url: string): Promise<void> {
    await switchTo(await here());
    await send('WebDriver:Navigate', { url });
  }

  const tabs = async () => (await send('WebDriver:GetWindowHandles')) as string[];
  const here = async () => String(await send('WebDriver:GetWindowHandle'));
  const switchTo = (tab: string) => send('WebDriver:SwitchToWindow', { handle: tab, focus: true });

  /** Goes on in the tab at that address, as soon as it is there. */
  async function goOnAt(address: string): Promise<string> {
    for (let tried = 0; tried < 300; tried++) {
      for (const tab of await tabs()) {
        await switchTo(tab);
        if ((await send('WebDriver:GetCurrentURL')) === address) return tab;
      }
      await pause(100);
    }
    throw new Error(`There is no tab at ${address}.`);
  }

  /** Opens one more tab, in a container of its own where that is wanted, and goes on in it. */
  async function openTab({ inContainer = false } = {}): Promise<string> {
    // By its address: the extension opens tabs by itself, at the same time.
    const address = `about:blank#${crypto.randomUUID()}`;
    await asBrowser(OPEN_TAB, inContainer, address);
    return await goOnAt(address);
  }

  const text = async () => String(await evaluate('return document.body.innerText'));
  return { goto, evaluate, asBrowser, press, tick, fill, choose, type, here, openTab, goOnAt, switchTo, text };
}
