import { spawn } from 'node:child_process';
import { access, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** git as if nobody had configured it: a signing hook or a template of this machine must not matter here. */
export const gitEnvironment = {
  PATH: process.env.PATH ?? '',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: process.platform === 'win32' ? 'NUL' : '/dev/null',
};

function git(args: string[], input = ''): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn('git', args, { env: gitEnvironment, stdio: ['pipe', 'ignore', 'pipe'] });
    let complaint = '';
    child.stderr.on('data', (chunk) => {
      complaint += chunk;
    });
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`git ${args.join(' ')}: ${complaint}`))));
    // What is not read to its end, such as by an `init` that is done already: how git ended tells more.
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
}

/** Two commits by nobody in particular, in the language of `git fast-import`. All text is ASCII, so length is bytes. */
function history(organization: string): string {
  const commit = (message: string, second: number, file: string, text: string) =>
    [
      'commit refs/heads/main',
      `committer Normal Paulk <normal@fabrikam.example> ${1_767_225_600 + second} +0000`,
      `data ${message.length}\n${message}`,
      `M 100644 inline ${file}\ndata ${text.length}\n${text}`,
    ].join('\n');
  const readme = `# ${organization}\n\nA repository of the dev-server.\n`;
  return `${commit('Say what this is', 0, 'README.md', readme)}\n${commit('Greet', 60, 'hello.txt', 'hello\n')}\n`;
}

/** A bare repository `{directory}/{organization}.git`; one that lies there already is kept. */
async function makeRepository(directory: string, organization: string): Promise<string> {
  const path = join(directory, `${organization}.git`);
  const exists = await access(join(path, 'HEAD')).then(
    () => true,
    () => false,
  );
  if (exists) return path;
  await mkdir(directory, { recursive: true });
  await git(['-c', 'init.defaultBranch=main', 'init', '--quiet', '--bare', path]);
  await git(['-C', path, 'fast-import', '--quiet'], history(organization));
  return path;
}

/** Repositories are made when git first asks, since most runs never do. */
export function repositories(given: string | undefined) {
  const made = new Map<string, Promise<string>>();
  let directory: Promise<string> | undefined;
  return {
    of: (name: string) => {
      directory ??= given ? Promise.resolve(given) : mkdtemp(join(tmpdir(), 'patina-git-'));
      const repository = made.get(name) ?? directory.then((path) => makeRepository(path, name));
      made.set(name, repository);
      return repository;
    },
    remove: async () => {
      await Promise.allSettled(made.values());
      if (directory && !given) await rm(await directory, { recursive: true, force: true });
    },
  };
}
