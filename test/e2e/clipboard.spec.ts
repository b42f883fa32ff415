import { readClipboard, type Session } from '../../scripts/launch';
import { expect, test } from './fixtures';
import { killWorker } from './worker';

const PAGE = 'https://dev.azure.com/fabrikam';

/** Moves the end of the copy's time near, with the alarm that goes with it. */
async function clearsSoon({ worker }: Session): Promise<void> {
  await worker.evaluate(`(async () => {
    const { copied } = await chrome.storage.session.get('copied');
    const clearsAt = Date.now() + 4000; // when the worker is ended: an alarm that comes in that moment goes with it
    await chrome.storage.session.set({ copied: { ...copied, value: { ...copied.value, clearsAt } } });
    await chrome.alarms.create('clear-clipboard', { when: clearsAt });
  })()`);
}

test('a copied token is cleared off the clipboard, by a press and by itself', async ({
  session,
  signIn,
  openPopup,
}) => {
  await signIn();

  await test.step('Clear clipboard now does it at once', async () => {
    const popup = await openPopup();
    await popup.getByRole('button', { name: 'Clone and fetch' }).click();
    await popup.getByRole('button', { name: 'Copy token' }).click();
    await popup.getByRole('button', { name: 'Clear clipboard now' }).click();
    await expect(popup.getByRole('status').filter({ hasText: 'The clipboard is empty.' })).toBeVisible();
    await expect(popup.getByText(/^Clipboard clears in/)).toHaveCount(0);
    expect(await readClipboard(session.context, PAGE)).toBe('');
  });

  await test.step('what was copied leaves the clipboard in its time, with the popup closed and the worker ended', async () => {
    const popup = await openPopup();
    await popup.getByRole('button', { name: 'Copy token' }).click();
    await expect(popup.getByText(/^Clipboard clears in (60|5\d) s$/)).toBeVisible();

    await popup.getByRole('button', { name: 'Done' }).click();
    const mint = popup.getByRole('group', { name: 'Quick mint' });
    await mint.getByRole('button', { name: 'Clone and fetch' }).click();
    await expect(popup.getByRole('button', { name: 'Copy token' }), 'the next is not on it').toHaveClass('primary');
    await expect(popup.getByRole('button', { name: 'Done' })).not.toHaveClass(/primary/);
    await expect(popup.getByText(/^Clipboard clears in/)).toHaveCount(0);
    await popup.close();
    expect(await readClipboard(session.context, PAGE)).toMatch(/^\w{84}$/);
    await clearsSoon(session);
    await killWorker(session);
    await expect.poll(() => readClipboard(session.context, PAGE)).toBe('');
  });
});
