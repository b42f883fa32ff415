import type { Session } from '../../scripts/launch';

/** Ends the worker as the browser does; it starts again with the next message or alarm. */
export async function killWorker({ context }: Session): Promise<void> {
  const browser = await context.browser()?.newBrowserCDPSession();
  const { targetInfos = [] } = (await browser?.send('Target.getTargets')) ?? {};
  const worker = targetInfos.find(({ type, url }) => type === 'service_worker' && url.startsWith('chrome-extension:'));
  if (!worker) throw new Error('There is no worker.');
  await browser?.send('Target.closeTarget', { targetId: worker.targetId });
}
