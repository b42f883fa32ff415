import { FIREFOX_PAGES } from '../../scripts/firefox';
import { test } from '../e2e/firefox-fixtures';
import { ADD_COOKIE, END_BACKGROUND } from '../e2e/firefox-itself';
import { endManyWorkers, SERVER } from './kills';

test.use({ serverOptions: SERVER });

const IS_RUNNING = `return WebExtensionPolicy.getByID('patina@patina.example').extension.backgroundState === 'running'`;

test('Firefox: whatever an event page was at when it was ended, nothing is lost and nothing doubled', async ({
  server,
  firefox,
}) => {
  await firefox.asBrowser(ADD_COOKIE, server.signIn());
  await endManyWorkers('Firefox', server, {
    evaluate: firefox.evaluate,
    end: async () => {
      if (!(await firefox.asBrowser(IS_RUNNING))) return false;
      await firefox.asBrowser(END_BACKGROUND);
      return true;
    },
    goto: (path) => firefox.goto(`${FIREFOX_PAGES}/src/${path}`),
  });
});
