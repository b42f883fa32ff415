import { execFileSync } from 'node:child_process';
import { needsShell, npm } from '../system.mjs';

const QUESTION = ['sbom', '--sbom-format=cyclonedx', '--sbom-type=application', '--omit=dev', '--package-lock-only'];

/**
 * What is in the extension, in CycloneDX, as npm reads it from the lock file. Without what differs between two that are
 * the same: a number drawn by chance, the time, the npm that wrote it, and the name of the folder that it stood in.
 */
export function billOfMaterials(root: string, name: string): string {
  const [program = '', ...args] = [...npm(), ...QUESTION];
  const said = execFileSync(program, args, { cwd: root, encoding: 'utf8', shell: needsShell(program) });
  const { serialNumber, metadata, ...bill } = JSON.parse(said);
  const { lifecycles, component } = metadata;
  return `${JSON.stringify({ ...bill, metadata: { lifecycles, component: { ...component, name } } }, null, 2)}\n`;
}
