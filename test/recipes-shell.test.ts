import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync } from 'node:fs';
import { rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FieldId } from '../src/core/recipes/fields';
import { bashQuoted } from '../src/core/recipes/quoting';
import { recipesFor } from '../src/core/recipes/recipes';
import { copied, isInstalled, paste, SESAME } from './recipe-paste';
import { fabrikam, inHome, mint, PLACES, person, reading, run } from './recipe-room';

const SHELLS = (['bash', 'zsh'] as const).filter(isInstalled);

describe.each(SHELLS)('%s (skipped where it is not installed)', (shell) => {
  const printing = (text: string) => `printf '%s\\0' ${bashQuoted(text)}`;

  test('reads back whatever was quoted', async () => {
    const unit = fc.oneof(
      fc.constantFrom("'", '"', '`', '$', '\\', '!', '%', '&', ' ', '\n', '\r', 'é', '😀'),
      fc.string(),
    );
    const texts = fc.sample(fc.string({ unit, maxLength: 12 }), 400).map((text) => text.replaceAll('\0', ''));
    const { stdout } = await paste(texts.map(printing), { cwd: person.home, env: person.env, shell });
    expect(stdout.split('\0').slice(0, -1)).toEqual(texts);
    const script = texts.map(printing).join('\n');
    const args = shell === 'bash' ? ['--norc', '-c', script] : ['-f', '-c', script];
    const once = execFileSync(shell, args, { encoding: 'utf8', env: person.env });
    expect(once.split('\0').slice(0, -1)).toEqual(texts);
  });
});

test('a history that knows `!` neither changes a name nor remembers the token', async () => {
  const name = `it's wow!! !$ "!x"`;
  const text = copied('agent', { place: fabrikam, fields: { pool: name, agent: 'a' }, shell: 'bash' });
  await writeFile(inHome('config.sh'), `#!/bin/bash\nprintf '%s\\0' "$@"\n`, { mode: 0o755 });
  const { stdout, stderr } = await run('set -o history -o histexpand', 'true', text, SESAME, 'echo; history');
  expect(stdout.split('\0')).toContain(name);
  expect(stderr).toBe('Token: \n');
  expect(stdout).toContain('config.sh');
  expect(stdout).not.toContain(SESAME);
});

/** What a shell, an agent or Docker takes apart unless it is quoted. */
const odd: Record<FieldId, string> = {
  agent: `O'Brien "x" $HOME`,
  api: `_apis/x?a='b c'`,
  deploymentGroup: 'a & b %PATH% `id`',
  environment: '--replace; !true',
  feed: "R&D's $feed",
  feedProject: '日本語',
  image: 'agent:1',
  npmScope: '',
  package: 'probe[x]>=1; $(id)',
  pool: '\\back\\slash\\',
  project: 'Größe & "more"',
  repository: 'it`s',
};

describe('what a process list would show', () => {
  const cases = SHELLS.flatMap((shell) =>
    PLACES.flatMap(([what, place]) =>
      recipesFor([], place)
        .filter(({ write }) => write.bash)
        .map(({ id }) => ({ id, what, place, shell })),
    ),
  );
  const TOOLS = ['git', 'dotnet', 'nuget', 'pip', 'keyring', 'twine', 'az', 'tfx', 'docker', 'curl'];

  /** In the way of every person: tools that write their arguments down, and what was told to an agent beside them. */
  const tools = mkdtempSync(join(tmpdir(), 'patina-tools-'));
  beforeAll(async () => {
    const told = '"$VSTS_AGENT_INPUT_ENVIRONMENTNAME"';
    const line = `printf '%s\\0' "\${0##*/}" "$@" ${told} >> "$HOME/arguments"`;
    const text = `#!/bin/bash\n${line}\nread -rd '' || true\n`;
    for (const tool of [...TOOLS, 'config.sh']) await writeFile(join(tools, tool), text, { mode: 0o755 });
  });
  afterAll(() => rm(tools, { recursive: true }));

  /** Where a recipe's names are seen as they were typed: the words before them. */
  const seen: Record<string, [before: string, field: FieldId][]> = {
    agent: [
      ['--pool', 'pool'],
      ['--agent', 'agent'],
    ],
    'agent-deployment-group': [
      ['--projectname', 'project'],
      ['--deploymentgroupname', 'deploymentGroup'],
    ],
    'agent-environment': [
      ['--acceptTeeEula', 'environment'],
      ['--projectname', 'project'],
    ],
    'nuget-push': [['push', 'package']],
    pip: [['--', 'package']],
    'pip-keyring': [['--', 'package']],
  };

  test.each(cases)('$id for $what in $shell: the names whole, and never the token', async ({ id, place, shell }) => {
    mkdirSync(inHome('dist'));
    await writeFile(inHome('dist/probe.whl'), '');
    await symlink(join(tools, 'config.sh'), inHome('config.sh'));
    await writeFile(inHome('arguments'), '');
    const secret = mint('app_token');
    const env = { ...person.env, PATH: `${tools}:${person.env.PATH}` };
    const text = copied(id, { place, fields: odd, shell: 'bash' });
    const asks = text.includes('read -rs');
    const { stderr } = await paste([text, ...(asks ? [secret] : [])], { cwd: person.home, env, shell });
    expect(stderr.replace('Token: ', '').trim()).toBe('');
    const written = await reading('arguments');
    expect(written).not.toContain(secret);
    expect(text).not.toContain(secret);
    const args = written.split('\0');
    for (const [before, field] of seen[id] ?? []) expect(args[args.indexOf(before) + 1]).toBe(odd[field]);
    if (id === 'agent-docker') expect(args).toEqual(expect.arrayContaining([`AZP_POOL=${odd.pool}`, 'agent:1']));
    if (args.includes('--collectionname') && place.kind === 'server') expect(args).toContain(place.collection);
  });
});
