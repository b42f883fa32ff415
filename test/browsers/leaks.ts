import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect } from '@playwright/test';
import type { DevServer } from '../../dev-server/create-server';
import { mintSecret } from '../../dev-server/secret';
import { users } from '../../dev-server/tenant';
import type { Heard } from '../e2e/https-front';
import { waysIn } from '../leak-scan';
import type { Channel } from './channels';
import { call, type Hand, until } from './hand';

/** Somebody at a browser with the extension, one page of which is in front. */
export type Person = Hand & {
  press: (name: string) => Promise<unknown>;
  tick: (name: string) => Promise<unknown>;
  fill: (name: string, text: string) => Promise<unknown>;
  choose: (name: string, option: string) => Promise<unknown>;
  /** Where its files are saved. */
  downloads: string;
};

/** A secret in each of the ways in which a text could have it. */
const WRITTEN: ((secret: string) => string)[] = [
  (secret) => `token ${secret}`,
  (secret) => btoa(`:${secret}`),
  (secret) => Buffer.from(`x${secret}`).toString('base64url'),
  (secret) => Buffer.from(secret).toString('hex'),
  (secret) => Buffer.from(secret).toString('hex').toUpperCase(),
  (secret) => Buffer.from(secret).toString('hex').replace(/../g, '%$&'),
  (secret) => Buffer.from(secret).toString('hex').replace(/../g, '\\u00$&'),
  (secret) => [...secret].toReversed().join(''),
  (secret) => secret.slice(40, 52),
];

const OWN_HOST = /^(vssps\.)?dev\.azure\.com$/;

/** What was sent to anybody, without what answers at the secret's own host who asks. */
export function networkOf(heard: Heard[], plant: (text: string) => Promise<unknown>): Channel {
  const textOf = ({ host, authorization, rest }: Heard) => rest + (OWN_HOST.test(host) ? '' : authorization);
  return { name: 'network', read: async () => heard.map(textOf).join('\n'), plant };
}

/** Where secrets are found, of those channels, and how they are written there. */
export async function leaksIn(channels: Channel[], secrets: string[]): Promise<string[]> {
  const found: string[] = [];
  for (const { name, read } of channels) {
    const bytes = Buffer.from(await read());
    for (const secret of secrets) found.push(...waysIn(bytes, secret).map((way) => `${name}: ${way}`));
  }
  return found;
}

/** A leak is planted in each channel in each encoding, and has to be found; answers the last one of each by its channel. */
export async function plantEverywhere(channels: Channel[]): Promise<Map<string, string>> {
  const planted = new Map<string, string>();
  for (const { name, read, plant } of channels) {
    if (!plant) continue;
    for (const [index, write] of WRITTEN.entries()) {
      const secret = mintSecret(Date.now());
      await plant(write(secret));
      const found = async () => (waysIn(Buffer.from(await read()), secret).length > 0 ? true : undefined);
      await until(`the leak that was planted in ${name} (${index})`, found, 30);
      planted.set(name, secret);
    }
  }
  return planted;
}

const textOf = async ({ evaluate }: Hand) => String(await evaluate('return document.body.innerText'));
const says = (person: Person, text: string | RegExp) =>
  expect.poll(() => textOf(person), { timeout: 300_000 }).toEqual(expect.stringMatching(text));

/** What the user's tokens are opened with, those that were made here and one of before. */
export const secretsOf = ({ ledger }: DevServer) =>
  ledger.ofUser(users.normal.id).flatMap(({ token, secret }) => (token.isPublic ? [] : [secret]));

const newest = (server: DevServer) => secretsOf(server).slice(-1);

/** Makes a token and does with it all that one can: it is masked, shown, hidden, copied, tested, handed over, and there again after its worker. */
export async function useSecret(person: Person, server: DevServer, onScreen: Channel[]): Promise<void> {
  await person.goto('popup/index.html');
  await call(person, 'hosts.add', { address: 'fabrikam' });
  await person.goto('popup/index.html');
  await person.press('Restore packages');
  await says(person, 'Token created');
  expect(await leaksIn(onScreen, newest(server)), 'while it is masked').toEqual([]);
  await person.press('Show token');
  await expect
    .poll(
      async () => new Set((await leaksIn(onScreen, newest(server))).map((each) => each.split(':')[0])).size,
      'while it is shown',
    )
    .toBe(onScreen.length);
  await person.press('Hide token');
  await expect.poll(() => leaksIn(onScreen, newest(server)), 'hidden again').toEqual([]);
  await person.press('Copy token');
  await person.press('Test token');
  await says(person, 'fabrikam accepts this token, as Normal Paulk');
  await person.choose('Use with', 'npm, pnpm, Yarn 1: token in .npmrc');
  await person.fill('Feed', 'tools');
  await person.press('Copy snippet');
  await says(person, /Clipboard clears in \d+ s/);
  await person.end();
  await person.goto('popup/index.html');
  await says(person, 'Token created');
}

const filesOf = async ({ downloads }: Person) => await readdir(downloads).catch(() => []);

/** Presses a button and waits for its file, since leaving the page would end what writes it. */
async function save(person: Person, button: string, name: RegExp): Promise<void> {
  await person.press(button);
  await until(`the file of ${button}`, async () => (await filesOf(person)).find((file) => name.test(file)));
}

/** The rest: it is taken, another is rotated, one fails, some are examined, all is exported, and the clipboard is cleared. */
export async function goOn(person: Person, server: DevServer): Promise<void> {
  await person.press('Done');
  await person.press('Actions for ci-build');
  await person.press('Rotate…');
  await person.press('Rotate');
  await says(person, 'Token created');
  await person.press('Show token');
  await person.press('Done');
  server.faults.set('truncatedJson', { path: 'HierarchyQuery', method: 'POST', times: 1 });
  await person.press('Push code');
  await says(person, /secret was lost on the way|Review/);
  const [older = '', ...others] = secretsOf(server);
  const examined = [older, ...others.slice(-2)];
  await person.goto('page/index.html#doctor');
  await person.fill('Tokens, or text with tokens in it', examined.join(' '));
  await person.press('Examine');
  await says(person, `${examined.length} found.`);
  await says(person, 'Patina made it.');
  await person.goto('page/index.html#settings');
  await person.tick('Include token ids');
  await save(person, 'Export list', /^patina-tokens-.*\.csv$/);
  await save(person, 'Export calendar', /^patina-calendar-.*\.ics$/);
  await save(person, 'Export settings', /^patina-settings\.json$/);
  await person.goto('page/index.html#history');
  await save(person, 'Export history', /^patina-history-.*\.csv$/);
  await call(person, 'clipboard.clear', {});
  await person.goto('popup/index.html');
  await says(person, 'Normal Paulk');
}

const KEEP_TRACE = `
  const { session } = (globalThis.browser ?? chrome).storage;
  const { traces } = await session.get('traces');
  const leak = { ...traces.value.at(-1), endpoint: given[0] };
  await session.set({ traces: { ...traces, value: [...traces.value, leak] } });`;

const DOWNLOAD = `
  const href = URL.createObjectURL(new Blob([given[0]], { type: 'text/csv' }));
  Object.assign(document.createElement('a'), { href, download: 'patina-leak.csv' }).click();`;

/** The report of a problem. What it says of a request that failed, it says as it was kept. */
export const diagnosticsOf = (person: Person): Channel => ({
  name: 'diagnostics',
  read: async () => JSON.stringify(await call(person, 'diagnostics.read', {})),
  plant: (text) => person.evaluate(KEEP_TRACE, text),
});

/** All files that were saved. */
export const exportsOf = (person: Person): Channel => ({
  name: 'exports',
  read: async () => {
    // One that was being written has its name by now, under which it is read the next time.
    const gone = (error: NodeJS.ErrnoException) => (error.code === 'ENOENT' ? '' : Promise.reject(error));
    const files = (await filesOf(person)).map((file) =>
      readFile(path.join(person.downloads, file), 'utf8').catch(gone),
    );
    return (await Promise.all(files)).join('\n');
  },
  plant: (text) => person.evaluate(DOWNLOAD, text),
});
