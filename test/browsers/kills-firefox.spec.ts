import { setTimeout as pause } from 'node:timers/promises';
import { FIREFOX_PAGES } from '../../scripts/firefox';
import { expect, test } from '../e2e/firefox-fixtures';
import { ADD_COOKIE, END_BACKGROUND } from '../e2e/firefox-itself';
import { until } from './hand';
import { COUNT, endManyWorkers, SERVER } from './kills';
import { groupBy } from './truth';

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

/** Sends messages within so many milliseconds, one that reads and one that writes in turns; what came of each stands in the page. */
const SEND = `
  const [count, within] = given;
  const ends = [];
  const keep = (index, end) => {
    ends[index] = end;
    document.documentElement.setAttribute('data-ends', JSON.stringify(ends));
  };
  const reading = { name: 'tokens.refresh', input: { hostId: 'services:fabrikam' } };
  const writing = { name: 'draft.keep', input: { unsent: null } };
  for (let index = 0; index < count; index++) {
    keep(index, 'silent');
    setTimeout(() => {
      const sent = browser.runtime.sendMessage(index % 2 ? reading : writing);
      sent.then((reply) => keep(index, reply?.ok ? 'answered' : 'failed'), () => keep(index, 'refused'));
    }, Math.random() * within);
  }`;
const ENDS = `return JSON.parse(document.documentElement.getAttribute('data-ends'))`;

test('Firefox: a message is answered or refused, also where its event page ends before, while or after it comes', async ({
  popup,
}) => {
  const ends: string[] = [];
  let slowest = 0;
  for (let ended = 0; ended < COUNT; ended++) {
    const [count, within] = [4 + (ended % 6), [8, 60, 250, 900][ended % 4] ?? 0];
    await popup.evaluate(SEND, count, within);
    await pause(Math.random() * within * 0.7);
    if (await popup.asBrowser(IS_RUNNING)) await popup.asBrowser(END_BACKGROUND);
    const from = Date.now();
    const all = await until(`an end of each message, with ${ended} event pages ended before`, async () => {
      const known = (await popup.evaluate(ENDS)) as string[];
      return known.includes('silent') ? undefined : known;
    });
    slowest = Math.max(slowest, Date.now() - from);
    ends.push(...all);
  }
  const counts = groupBy(ends, (end) => end).map((some) => `${some.length} ${some[0]}`);
  console.log(`Firefox: ${ends.length} messages, ${counts.join(', ')}, the slowest after ${slowest} ms`);
  expect(new Set(ends), 'both were met, and nothing else').toEqual(new Set(['answered', 'refused']));
});
