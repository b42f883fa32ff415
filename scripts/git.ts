import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { devNull, tmpdir } from 'node:os';
import path from 'node:path';

/** How a run of git ended, and what it said on both outputs. */
export type GitEnd = { code: number; said: string };

export type Git = Awaited<ReturnType<typeof createGit>>;

const HOST = 'dev.azure.com';

/** The token comes from the environment: what is in a command line can be read by every user of the machine. */
const HELPER = '!f() { test "$1" = get && printf "username=patina\\npassword=%s\\n" "$PATINA_TOKEN"; }; f';

/** Settings that lead git to the dev-server under Azure DevOps' own name, and no further. */
export function towardsDevServer(port: number, authorityFile: string): string[] {
  const settings = [`http.curloptResolve=${HOST}:${port}:127.0.0.1`, `http.sslCAInfo=${authorityFile}`, 'http.proxy='];
  return settings.flatMap((setting) => ['-c', setting]);
}

/** The environment without what would let the user's own git settings, prompts or proxies take part. */
function isolated(extra: Record<string, string>): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(GIT_|SSH_ASKPASS|\w+_proxy$)/i.test(name));
  return {
    ...Object.fromEntries(kept),
    GIT_CONFIG_GLOBAL: devNull,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_TERMINAL_PROMPT: '0',
    LC_ALL: 'C',
    ...extra,
  };
}

/** Asynchronous on purpose: the server that git talks to runs in this process. */
function run(args: string[], cwd: string, env: NodeJS.ProcessEnv): Promise<GitEnd> {
  return new Promise((resolve, reject) => {
    const child = spawn('git', args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], timeout: 60_000 });
    const said: string[] = [];
    child.stdout.on('data', (chunk) => said.push(String(chunk)));
    child.stderr.on('data', (chunk) => said.push(String(chunk)));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? -1, said: said.join('').trim() }));
  });
}

/** Git in a folder of its own, with one token as its only credential. `repository` is a path such as `org/project/_git/name`. */
export async function createGit(port: number, authority: string, token: string) {
  const folder = await mkdtemp(path.join(tmpdir(), 'patina-git-'));
  const authorityFile = path.join(folder, 'authority.pem');
  await writeFile(authorityFile, authority);
  const settings = [
    ...towardsDevServer(port, authorityFile),
    ...['-c', 'credential.helper=', '-c', `credential.helper=${HELPER}`],
    ...['-c', 'user.name=Normal Paulk', '-c', 'user.email=normal@fabrikam.example'],
  ];
  const clone = path.join(folder, 'clone');
  const git = (cwd: string, ...args: string[]) => run([...settings, ...args], cwd, isolated({ PATINA_TOKEN: token }));
  return {
    clone: (repository: string) => git(folder, 'clone', `https://${HOST}:${port}/${repository}`, clone),
    commit: () => git(clone, 'commit', '--allow-empty', '--message', 'Try to push'),
    push: () => git(clone, 'push', 'origin', 'HEAD'),
    fetch: () => git(clone, 'fetch', 'origin'),
    remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
}
