import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sourceEntries } from './entries';

// Packs the same source twice, as differently as one machine can, and compares every byte: `npm run package:twice`.

/** Where and by whom. `user` asks for root, and is left out without. */
type Circumstances = { folder: string; zone: string; umask: string; user?: number; language: string };

const ONE = { folder: 'one', zone: 'Pacific/Kiritimati', umask: '022', language: 'C' };
const OTHER = {
  folder: 'of/another name',
  zone: 'America/St_Johns',
  umask: '077',
  user: 65_534,
  language: 'tr_TR.UTF-8',
};

const isRoot = process.getuid?.() === 0;

/** The source as a package has it, and the packages that it is built with: copied, as a link would lead back here. */
function lay(folder: string): void {
  for (const { name, content } of sourceEntries('.')) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
  cpSync('node_modules', path.join(folder, 'node_modules'), { recursive: true, verbatimSymlinks: true });
}

/** The sums of what is made there. */
function packedIn(room: string, { folder, zone, umask, user, language }: Circumstances): string {
  const at = path.join(room, folder);
  lay(at);
  const env = { ...process.env, TZ: zone, LC_ALL: language, LANG: language, HOME: at };
  const as = isRoot && user !== undefined ? { uid: user, gid: user } : {};
  if ('uid' in as) execFileSync('chown', ['-R', `${user}`, at]);
  const command = `umask ${umask} && npm run --silent package`;
  const { status, stdout, stderr } = spawnSync('sh', ['-c', command], { cwd: at, env, encoding: 'utf8', ...as });
  if (status !== 0) throw new Error(`${stdout}${stderr}`);
  return readFileSync(path.join(at, 'dist', 'packages', 'SHA256SUMS'), 'utf8');
}

const room = mkdtempSync(path.join(tmpdir(), 'patina-twice-'));
chmodSync(room, 0o755); // the other user has to get in
try {
  const [one, other] = [ONE, OTHER].map((each) => packedIn(room, each));
  if (one !== other) throw new Error(`Two that differ:\n${one}\n${other}`);
  const users = isRoot ? ', user' : '';
  console.log(`${one}The same from another folder, time zone, language, umask${users}.`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  rmSync(room, { recursive: true, force: true });
}
