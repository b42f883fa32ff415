import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { FieldId } from '../src/core/recipes/fields';
import type { Place } from '../src/core/recipes/place';
import { RECIPES, render } from '../src/core/recipes/recipes';
import type { Shell } from '../src/core/recipes/shape';
import { withSecret } from '../src/core/recipes/snippet';

export type Asked = { place: Place; fields?: Partial<Record<FieldId, string>>; shell: Shell; secret?: string };

/** What looks like a token, and opens nothing. */
export const SESAME = 'sesame'.repeat(9);

/** The text that "Copy snippet" would copy. */
export function copied(id: string, { place, fields = {}, shell, secret = '' }: Asked): string {
  const recipe = RECIPES.find((one) => one.id === id);
  const snippet = recipe && render(recipe, { place, fields, shell });
  if (!snippet?.ok) throw new Error(`${id} lacks ${snippet?.missing ?? 'everything'}`);
  const text = withSecret(snippet.parts, secret);
  if (text === null) throw new Error(`${id} was given no token`);
  return text;
}

export function isInstalled(tool: string): boolean {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, tool), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

export type Outcome = { code: number | null; stdout: string; stderr: string };

/** Shells as a person has them before anything is configured. */
const SHELLS = { bash: ['--norc', '--noprofile', '-s'], zsh: ['-f', '-s'] };

type Options = { cwd: string; env: Record<string, string>; shell?: keyof typeof SHELLS };

/**
 * Types the lines into a shell, one after the other: a text and then what its prompt asks for. The shell reads a line only when it wants
 * one, just as at a terminal that knows no bracketed paste.
 */
export function paste(lines: string[], { shell = 'bash', ...options }: Options): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(shell, SHELLS[shell], options);
    const outcome: Outcome = { code: null, stdout: '', stderr: '' };
    child.stdout.on('data', (chunk) => {
      outcome.stdout += chunk;
    });
    child.stderr.on('data', (chunk) => {
      outcome.stderr += chunk;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ ...outcome, code }));
    child.stdin.on('error', () => {});
    child.stdin.end(lines.map((line) => `${line}\n`).join(''));
  });
}
