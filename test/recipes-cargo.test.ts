import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { usableFields } from '../src/core/recipes/fields';
import type { Place } from '../src/core/recipes/place';
import { sourceName } from '../src/core/recipes/source-name';
import { copied, isInstalled } from './recipe-paste';
import { FEW_ODD_NAMES, fabrikam, inHome, mint, PLACES, person, REFUSED, run, save } from './recipe-room';

const manifest = (place: Place, fields: { feed: string; feedProject?: string }) => `[package]
name = "reader"
version = "1.0.0"
edition = "2021"

[dependencies]
patina-probe = { version = "1", registry = "${sourceName({ place, given: usableFields(fields) })}" }
`;

describe.skipIf(!isInstalled('cargo'))('Cargo (skipped where it is not installed)', () => {
  beforeEach(async () => {
    Object.assign(person.env, {
      CARGO_HOME: inHome('cargo'),
      CARGO_HTTP_CAINFO: person.authority,
      RUSTUP_HOME: process.env.RUSTUP_HOME ?? join(homedir(), '.rustup'),
    });
    await mkdir(inHome('src'));
    await mkdir(inHome('.cargo'));
    await writeFile(inHome('src/lib.rs'), '');
  });

  const fetch = 'cargo fetch --quiet';
  const locked = async () => await readFile(inHome('Cargo.lock'), 'utf8');

  const cases = [
    ...PLACES.slice(0, 2).map(([what, place]) => [what, place, 'tools'] as const),
    ...FEW_ODD_NAMES.map((name) => [`a feed called ${name}`, fabrikam, name] as const),
  ];
  test.each(cases)('config.toml and a variable, %s: the crate comes from the feed', async (_, place, feed) => {
    const fields = { feed, feedProject: feed };
    await save('.cargo/config.toml', 'cargo', { place, fields });
    await writeFile(inHome('Cargo.toml'), manifest(place, fields));
    const text = copied('cargo', { place, fields, shell: 'bash' });
    const { stderr, code } = await run(text, mint('vso.packaging', place), fetch);
    expect([stderr, code]).toEqual(['Token: \n', 0]);
    expect(await locked()).toContain('/Cargo/index/');
  });

  test.each(REFUSED.slice(-1))('is refused with a token %s', async (_, make) => {
    await save('.cargo/config.toml', 'cargo', { place: fabrikam, fields: { feed: 'tools' } });
    await writeFile(inHome('Cargo.toml'), manifest(fabrikam, { feed: 'tools' }));
    const text = copied('cargo', { place: fabrikam, fields: { feed: 'tools' }, shell: 'bash' });
    const { stderr, code } = await run(text, make(), fetch);
    expect([code, stderr]).toEqual([101, expect.stringContaining('401')]);
  });
});
