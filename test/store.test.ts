import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

type Row = { permission: string; reason: string; browsers?: string; asked?: true };

const rows: Row[] = JSON.parse(readFileSync('docs/store/permissions.json', 'utf8'));
const manifest = JSON.parse(readFileSync('manifest.json', 'utf8'));

/** As it has to stand wherever a reader looks. */
const table = [
  '| permission | for |',
  '| --- | --- |',
  ...rows.map(({ permission, reason, browsers, asked }) => {
    const notes = [...(browsers ? [browsers] : []), ...(asked ? ['asked for'] : [])];
    return `| \`${permission}\`${notes.length > 0 ? ` (${notes.join(', ')})` : ''} | ${reason} |`;
  }),
].join('\n');

const named = (isAsked: boolean) =>
  rows.filter(({ asked = false }) => asked === isAsked).map(({ permission }) => permission);

test('each permission of the manifest has its reason, and no other is told', () => {
  expect(named(false).sort()).toEqual([...manifest.permissions, ...manifest.host_permissions].sort());
  expect(named(true).sort()).toEqual([...manifest.optional_permissions, ...manifest.optional_host_permissions].sort());
});

test.each(['README.md', 'PRIVACY.md', 'docs/store/listing.md'])('%s has them in the same words', (file) => {
  expect(readFileSync(file, 'utf8')).toContain(table);
});

test('docs/store/privacy.md names each host that is asked without a question', () => {
  const text = readFileSync('docs/store/privacy.md', 'utf8');
  for (const host of manifest.host_permissions) expect(text).toContain(`\`${host}\``);
});

test('README.md names the oldest browsers that the manifest takes', () => {
  const { minimum_chrome_version, browser_specific_settings } = manifest;
  expect(browser_specific_settings.gecko.strict_min_version).toBe(`${minimum_chrome_version}.0`);
  expect(readFileSync('README.md', 'utf8')).toContain(
    `Chrome, Edge and Firefox, each from version ${minimum_chrome_version} on;`,
  );
});

/** Width and height as a PNG has them. */
function sizeOf(name: string): string {
  const picture = readFileSync(`docs/store/pictures/${name}`);
  return `${picture.readUInt32BE(16)}x${picture.readUInt32BE(20)}`;
}

test('the pictures have the sizes that the stores ask for', () => {
  const sizes = readdirSync('docs/store/pictures').sort().map(sizeOf);
  expect(sizes).toEqual([...Array(5).fill('1280x800'), '440x280']);
});

test('the summary fits where the stores show it', () => {
  const { extension_name, extension_description } = JSON.parse(
    readFileSync('public/_locales/en/messages.json', 'utf8'),
  );
  expect(extension_name.message.length).toBeLessThanOrEqual(45);
  expect(extension_description.message.length).toBeLessThanOrEqual(132);
});
