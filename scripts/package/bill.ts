import { execFileSync } from 'node:child_process';
import path from 'node:path';

/** npm as this Node starts it: the one that started us, else the one on the PATH. */
function npm(): [string, string[]] {
  const started = process.env.npm_execpath ?? '';
  return path.basename(started) === 'npm-cli.js' ? [process.execPath, [started]] : ['npm', []];
}

const QUESTION = ['sbom', '--sbom-format=cyclonedx', '--sbom-type=application', '--omit=dev', '--package-lock-only'];

/**
 * What is in the extension, in CycloneDX, as npm reads it from the lock file. Without what differs between two that are
 * the same: a number drawn by chance, the time, the npm that wrote it, and the name of the folder that it stood in.
 */
export function billOfMaterials(root: string, name: string): string {
  const [program, args] = npm();
  const shell = process.platform === 'win32' && program === 'npm'; // a script there, which only a shell can start
  const said = execFileSync(program, [...args, ...QUESTION], { cwd: root, encoding: 'utf8', shell });
  const { serialNumber, metadata, ...bill } = JSON.parse(said);
  const { lifecycles, component } = metadata;
  return `${JSON.stringify({ ...bill, metadata: { lifecycles, component: { ...component, name } } }, null, 2)}\n`;
}
