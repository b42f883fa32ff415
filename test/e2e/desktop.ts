import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** What Chromium on Linux takes an extension's icons out of the person's menus with, at each uninstall. */
const TOOLS = ['xdg-desktop-menu', 'xdg-icon-resource'];

/** An environment in which a browser leaves the desktop of the person who runs the tests alone. */
export async function desktopLeftAlone() {
  const folder = await mkdtemp(path.join(tmpdir(), 'patina-desktop-'));
  for (const tool of TOOLS) await writeFile(path.join(folder, tool), '#!/bin/sh\n', { mode: 0o755 });
  const entries = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return {
    env: { ...Object.fromEntries(entries), PATH: [folder, process.env.PATH].join(path.delimiter) },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
