import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Another extension of the same browser, which somebody else has written. */
export async function otherExtension(background: string): Promise<{ folder: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'patina-other-'));
  const manifest = {
    manifest_version: 3,
    name: 'Another one',
    version: '1',
    permissions: ['storage'],
    background: { service_worker: 'another.js', scripts: ['another.js'] },
    browser_specific_settings: { gecko: { id: 'another@another.example' } },
  };
  await writeFile(path.join(folder, 'manifest.json'), JSON.stringify(manifest));
  await writeFile(path.join(folder, 'another.js'), background);
  await writeFile(path.join(folder, 'said.html'), '<!doctype html>');
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** What it tries with the extension of that id; answers a line for each try. */
export const askPatina = (id: string): string => `(async () => {
  const api = globalThis.browser ?? chrome;
  const deed = { name: 'hosts.choose', input: { hostId: 'services:fabrikam' } };
  const tries = [deed, { name: 'everything.erase', input: { anyway: true } }, 'open-doctor'];
  const asked = tries.map((message) => api.runtime.sendMessage('${id}', message).then((reply) => 'answered ' + JSON.stringify(reply), (error) => 'refused: ' + error.message));
  const connected = new Promise((resolve) => {
    const port = api.runtime.connect('${id}', { name: 'popup' });
    port.onMessage.addListener((reply) => resolve('answered ' + JSON.stringify(reply)));
    port.onDisconnect.addListener(() => resolve('refused: ' + (port.error ?? api.runtime.lastError)?.message));
    try { port.postMessage(deed); } catch {}
  });
  return await Promise.all([...asked, connected]);
})()`;
