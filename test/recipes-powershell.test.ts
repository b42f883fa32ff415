import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { Language, type Node, Parser } from 'web-tree-sitter';
import type { FieldId } from '../src/core/recipes/fields';
import { powerShellQuoted } from '../src/core/recipes/quoting';
import { recipesFor } from '../src/core/recipes/recipes';
import { copied, isInstalled } from './recipe-paste';
import { ODD_NAMES, PLACES } from './recipe-room';

const name = `${ODD_NAMES.join(' ')} ‘curly’ “quotes”`;
const odd: Partial<Record<FieldId, string>> = Object.fromEntries(
  (
    [
      'agent',
      'deploymentGroup',
      'environment',
      'feed',
      'feedProject',
      'package',
      'pool',
      'project',
      'repository',
    ] as const
  ).map((id) => [id, name]),
);
const fields = { ...odd, image: 'agent:1' };

const cases = PLACES.flatMap(([what, place]) =>
  recipesFor([], place)
    .filter(({ write }) => write.powershell)
    .map(({ id }) => ({ id, what, text: copied(id, { place, fields, shell: 'powershell' }) })),
);

/** The grammar that editors highlight PowerShell by: no PowerShell is needed for it. */
let parser: Parser;
beforeAll(async () => {
  await Parser.init();
  const folder = dirname(createRequire(import.meta.url).resolve('tree-sitter-powershell/package.json'));
  const grammar = await Language.load(await readFile(join(folder, 'tree-sitter-powershell.wasm')));
  parser = new Parser().setLanguage(grammar);
});

function parse(text: string): Node {
  const tree = parser.parse(text);
  if (!tree) throw new Error('The parser gave up');
  return tree.rootNode;
}

const strings = (node: Node) =>
  node.descendantsOfType('verbatim_string_characters').flatMap((each) => (each ? [each.text] : []));

test.each(cases)('$id is PowerShell, $what', ({ text }) => {
  const root = parse(text);
  expect(root.hasError).toBe(false);
  // No name is taken for more than a text: each quoted one is there as a whole.
  if (text.includes(powerShellQuoted(name))) expect(strings(root)).toContain(powerShellQuoted(name));
});

test.each(ODD_NAMES)('%s is a single text', (each) => {
  const root = parse(`Write-Output ${powerShellQuoted(each)}`);
  expect([root.hasError, strings(root)]).toEqual([false, [powerShellQuoted(each)]]);
});

test.skipIf(!isInstalled('pwsh'))('PowerShell itself reads all of it (skipped where pwsh is not installed)', () => {
  const texts = cases.map(({ text }) => text);
  const lines = ODD_NAMES.map(powerShellQuoted);
  const script = [
    '[Console]::OutputEncoding = [Text.UTF8Encoding]::new()',
    '$env:TEXTS | ConvertFrom-Json | ForEach-Object { $null = [ScriptBlock]::Create($_) }',
    `ConvertTo-Json -Compress @(${lines.join(', ')})`,
  ];
  const env = { ...process.env, TEXTS: JSON.stringify(texts) };
  const answer = execFileSync('pwsh', ['-NoProfile', '-Command', script.join('\n')], { encoding: 'utf8', env });
  expect(JSON.parse(answer)).toEqual(ODD_NAMES);
});
