import { test } from '../e2e/fixtures';
import { endWorker } from '../e2e/worker';
import { endManyWorkers, SERVER } from './kills';

test.use({ serverOptions: SERVER });

test('Chromium: whatever a worker was at when it was ended, nothing is lost and nothing doubled', async ({
  server,
  session,
  signIn,
}) => {
  await signIn();
  const page = await session.context.newPage();
  await endManyWorkers('Chromium', server, {
    evaluate: (script, ...given) => page.evaluate(`(async (...given) => { ${script} })(...${JSON.stringify(given)})`),
    end: () => endWorker(session),
    goto: async (path) => void (await page.goto(`chrome-extension://${session.extensionId}/src/${path}`)),
  });
});
