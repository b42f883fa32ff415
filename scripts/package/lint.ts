import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { needsShell, npm } from '../system.mjs';

// What Mozilla's own check says of the build for Firefox: `npm run package:lint`, after a build. It is fetched when it is
// asked for, as it brings more packages than all else here together.
const LINTER = 'web-ext@10.7.0';

/** Warnings that may come, and why. Any other fails, and so does one that comes no more. */
const EXPLAINED: Record<string, string> = {
  UNSAFE_VAR_ASSIGNMENT:
    'preact can set innerHTML. Nothing here asks it to, which a test holds, and the policy of the pages makes it throw.',
};

type Said = { code: string; message: string; file?: string };

function lint(): Record<'errors' | 'warnings' | 'notices', Said[]> {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const question = ['web-ext', 'lint', '--source-dir=dist/firefox', '--output=json'];
  const [program = '', ...args] = [...npm(), 'exec', '--yes', `--package=${LINTER}`, '--', ...question];
  const { stdout, stderr } = spawnSync(program, args, {
    cwd: root,
    encoding: 'utf8',
    shell: needsShell(program),
    maxBuffer: 2 ** 26,
  });
  if (!stdout.startsWith('{')) throw new Error(`${LINTER} did not run.\n${stdout}${stderr}`);
  return JSON.parse(stdout);
}

const { errors, warnings, notices } = lint();
const wrong = [...errors, ...notices, ...warnings.filter(({ code }) => !(code in EXPLAINED))];
const idle = Object.keys(EXPLAINED).filter((code) => !warnings.some((each) => each.code === code));
for (const { code, message, file } of wrong) console.error(`${code} ${file ?? ''}: ${message}`);
for (const code of idle) console.error(`${code} is explained, and does not come any more.`);
for (const { code, file } of warnings.filter(({ code }) => code in EXPLAINED)) {
  console.log(`${code} ${file ?? ''}: ${EXPLAINED[code]}`);
}
process.exitCode = wrong.length + idle.length === 0 ? 0 : 1;
