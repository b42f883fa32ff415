import { expect, type Locator } from '@playwright/test';

/**
 * Presses a button in each of several pages of the extension in one go. Of two mice the second comes too late now and
 * then, when what the first has done took its button away.
 */
export async function pressTogether(buttons: Locator[]): Promise<void> {
  for (const button of buttons) {
    await expect(button).toBeEnabled();
    await button.evaluate((element) => Object.assign(window, { toPress: element }));
  }
  await buttons[0]?.page().evaluate('for (const view of chrome.extension.getViews()) view.toPress?.click()');
}
