import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createServer, type DevServer, type DevServerOptions } from '../../dev-server/create-server';
import { seedWith } from '../../dev-server/seed';
import { evaluate, openSubject, type Subject, until } from './subject';

const PRODUCT = path.resolve('dist/chrome');
const HERE = path.resolve('test/bench');

export type Product = Subject & {
  server: DevServer;
  hostId: string;
  ask: (name: string, input: object) => Promise<unknown>;
  end: () => Promise<void>;
};

/** Runs an expression in the popup, opened as a user does. */
export async function inPopup<T>(subject: Subject, expression: string): Promise<T> {
  const { targetId, sessionId } = await subject.press();
  await until(
    () => evaluate(subject.pipe, sessionId, `document.readyState === 'complete' && !!document.body`),
    'popup',
  );
  const answer = await evaluate<T>(subject.pipe, sessionId, expression);
  await subject.closePopup(targetId);
  return answer;
}

/** The welcome page, which shares its process with the popup. */
async function closePages({ pipe, targets, isOwn }: Subject): Promise<void> {
  const page = await until(
    async () => (await targets()).find(({ type, url }) => type === 'page' && isOwn(url)),
    'welcome page',
  );
  await pipe.send('Target.closeTarget', { targetId: page.targetId });
}

async function signIn({ pipe }: Subject, server: DevServer): Promise<void> {
  const cookies = server
    .signIn()
    .split('; ')
    .map((each) => {
      const [name = '', ...value] = each.split('=');
      return { name, value: value.join('='), domain: '.dev.azure.com', path: '/', secure: true, sameSite: 'None' };
    });
  await pipe.send('Storage.setCookies', { cookies });
}

/** The built extension with a list that it has read itself. */
export async function openProduct(count: number, options: DevServerOptions = {}): Promise<Product> {
  const server = await createServer({ seed: seedWith(count, Date.now()), ...options });
  const subject = await openSubject(PRODUCT, server.port, true);
  await closePages(subject);
  await signIn(subject, server);
  const ask = (name: string, input: object) =>
    inPopup<{ ok: boolean; value?: unknown }>(
      subject,
      `chrome.runtime.sendMessage(${JSON.stringify({ name, input })})`,
    );
  const added = await ask('hosts.add', { address: 'fabrikam' });
  if (!added.ok) throw new Error(`The organization was not added: ${JSON.stringify(added)}`);
  const hostId = String(added.value);
  await ask('hosts.choose', { hostId });
  await ask('tokens.refresh', { hostId });
  const end = async () => {
    await subject.close();
    await server.close();
  };
  return { ...subject, server, hostId, ask, end };
}

/** What the popup shows: its sheets, itself without its rows, and the first rows as text and as a tree. */
const SNAPSHOT = `(() => {
  const tree = (node) => node.nodeType === 3 ? node.data : {
    tag: node.localName,
    attributes: Object.fromEntries([...node.attributes].map(({ name, value }) => [name, value])),
    children: [...node.childNodes].filter(({ nodeType }) => nodeType === 1 || nodeType === 3).map(tree),
  };
  const lists = [...document.querySelectorAll('ul, ol, [role=list]')];
  const list = lists.toSorted((a, b) => b.children.length - a.children.length)[0];
  if (!list || list.children.length < 8) return null;
  const rows = [...list.children].slice(0, 20);
  const copy = document.body.cloneNode(true);
  const place = [...document.querySelectorAll('*')].indexOf(list) - [...document.querySelectorAll('*')].indexOf(document.body);
  const shell = [copy, ...copy.querySelectorAll('*')][place];
  shell.replaceChildren();
  shell.setAttribute('data-rows', '');
  const sheets = [...document.styleSheets].flatMap(({ href }) => href ? [new URL(href).pathname] : []);
  return { sheets, shell: copy.outerHTML, rows: rows.map(tree), html: rows.map((row) => row.outerHTML).join('') };
})()`;

type Snapshot = { sheets: string[]; shell: string; rows: unknown[]; html: string };

const pageOf = ({ sheets }: Snapshot, body: string, script: string) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8" /><title>Home</title>${script}${sheets
    .map((sheet) => `<link rel="stylesheet" href="${path.basename(sheet)}" />`)
    .join('')}</head>${body}</html>`;

async function extension(folder: string, snapshot: Snapshot, page: string): Promise<string> {
  await mkdir(folder);
  for (const each of await readdir(`${HERE}/extensions/blank`))
    await cp(`${HERE}/extensions/blank/${each}`, `${folder}/${each}`);
  for (const sheet of snapshot.sheets) await cp(`${PRODUCT}${sheet}`, `${folder}/${path.basename(sheet)}`);
  const manifest = JSON.parse(await readFile(`${folder}/manifest.json`, 'utf8'));
  await writeFile(`${folder}/manifest.json`, JSON.stringify({ ...manifest, permissions: ['storage'] }));
  await writeFile(`${folder}/popup.html`, page);
  return folder;
}

/** The same Home without a script, and with a script by hand that makes the same rows of what is stored. */
export async function openFloors(product: Product) {
  const { targetId, sessionId } = await product.press();
  const snapshot = await until(() => evaluate<Snapshot | null>(product.pipe, sessionId, SNAPSHOT), 'list');
  await product.closePopup(targetId);
  const whole = snapshot.shell.replace(/(data-rows="">)/, (found) => found + snapshot.html);
  const folders = await mkdtemp(path.join(tmpdir(), 'patina-bench-'));
  const still = await openSubject(await extension(`${folders}/still`, snapshot, pageOf(snapshot, whole, '')), 9, false);
  const script = '<script type="module" src="written.js"></script>';
  const folder = await extension(`${folders}/written`, snapshot, pageOf(snapshot, snapshot.shell, script));
  await cp(`${HERE}/written.js`, `${folder}/written.js`);
  // Filled by its worker at its start, long before a popup is measured.
  await writeFile(`${folder}/worker.js`, `chrome.storage.local.set(${JSON.stringify({ rows: snapshot.rows })});`);
  const written = await openSubject(folder, 9, true);
  const end = async () => {
    await still.close();
    await written.close();
    await rm(folders, { recursive: true, force: true });
  };
  return { still, written, end };
}
