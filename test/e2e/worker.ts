import type { CDPSession } from '@playwright/test';
import type { Session } from '../../scripts/launch';

async function workerIn(browser: CDPSession): Promise<string | undefined> {
  const { targetInfos } = await browser.send('Target.getTargets');
  return targetInfos.find(({ type, url }) => type === 'service_worker' && url.startsWith('chrome-extension:'))
    ?.targetId;
}

/** Ends the worker as the browser does; it starts again with the next message or alarm. Answers whether there was one. */
export async function endWorker({ context }: Session): Promise<boolean> {
  const browser = await context.browser()?.newBrowserCDPSession();
  const targetId = browser && (await workerIn(browser));
  if (targetId !== undefined) await browser?.send('Target.closeTarget', { targetId });
  await browser?.detach();
  return targetId !== undefined;
}

/** The same of a worker that has to be there. */
export async function killWorker(session: Session): Promise<void> {
  if (!(await endWorker(session))) throw new Error('There is no worker.');
}
