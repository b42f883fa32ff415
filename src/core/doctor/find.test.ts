import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkFits } from './check';
import { type Found, findTokens, MOST_FOUND } from './find';

const BASE62 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567';
const [MARK, NAME] = [['JQQJ', '99'].join(''), ['AZ', 'DO'].join('')]; // no line may look like a token to a scanner

const letters = (length: number, alphabet = BASE62) =>
  fc.string({ unit: fc.constantFrom(...alphabet), minLength: length, maxLength: length });

/** A token of today, made in March 2026. */
const current = fc
  .tuple(letters(52), letters(12), letters(4))
  .map(([random, platform, check]) => `${random}${MARK}CC${platform}AAAA${NAME}${check}`);

function crc32(bytes: number[]): number {
  const table = Array.from({ length: 256 }, (_, n) =>
    Array.from({ length: 8 }).reduce<number>((c) => (c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1), n),
  );
  return ~bytes.reduce((crc, byte) => (table[(crc ^ byte) & 255] ?? 0) ^ (crc >>> 8), -1) >>> 0;
}

/** One of before, with the check in it, as services.md 8.1 says. */
function withCheck(bytes: number[], seed: number): string {
  const check = (crc32(bytes.filter((_, at) => ![2, 7, 8, 22].includes(at))) ^ seed) >>> 0;
  const whole = bytes.map((byte, at) =>
    [22, 8, 7, 2].includes(at) ? (check >>> (8 * [22, 8, 7, 2].indexOf(at))) & 255 : byte,
  );
  const bits = `${whole.map((byte) => byte.toString(2).padStart(8, '0')).join('')}0000`;
  return (bits.match(/.{5}/g) ?? []).map((five) => BASE32[Number.parseInt(five, 2)]).join('');
}

const classic = fc
  .tuple(
    fc.array(fc.integer({ min: 0, max: 255 }), { minLength: 32, maxLength: 32 }),
    fc.constantFrom(0xe0b9692d, 0x1019f92e),
  )
  .map(([bytes, seed]) => withCheck(bytes, seed))
  .filter((token) => /\d/.test(token));

const base64 = (text: string) => Buffer.from(text).toString('base64');
const folded = (text: string, width: number, by = '\n') =>
  (text.match(new RegExp(`.{1,${width}}`, 'g')) ?? []).join(by);

/** Each way in which a token stands in a text, by its name. */
const wrappings: Record<string, (token: string) => string> = {
  alone: (token) => token,
  'an address': (token) => `git clone https://me:${token}@dev.azure.com/fabrikam/web/_git/web`,
  'an address, encoded': (token) => `url=https%3A%2F%2Fme%3A${token}%40dev.azure.com%2Ffabrikam`,
  'a Basic header': (token) =>
    `curl -H "Authorization: Basic ${base64(`:${token}`)}" https://dev.azure.com/fabrikam/_apis/projects`,
  'a git config': (token) =>
    `[http "https://dev.azure.com/fabrikam"]\n\textraheader = AUTHORIZATION: basic ${base64(`pat:${token}`)}`,
  '.npmrc, _password': (token) =>
    `//pkgs.dev.azure.com/fabrikam/_packaging/tools/npm/registry/:_password=${base64(token)}\n//x/:email=no`,
  '.npmrc, _auth': (token) => `_auth=${base64(`fabrikam:${token}`)}\nalways-auth=true`,
  '.npmrc, _authToken': (token) => `//pkgs.dev.azure.com/fabrikam/_packaging/tools/npm/registry/:_authToken=${token}`,
  JSON: (token) => JSON.stringify({ a: [{ token, note: 'x\ny' }] }, null, 2),
  'JSON in JSON': (token) => JSON.stringify({ body: JSON.stringify({ text: `line\n${token}\n` }) }),
  '.netrc': (token) => `machine dev.azure.com login me password ${token}`,
  'NuGet.config': (token) => `<add key="ClearTextPassword" value="${token}" />`,
  'pip.conf': (token) =>
    `[global]\nindex-url = https://any:${token}@pkgs.dev.azure.com/fabrikam/_packaging/f/pypi/simple/`,
  'Maven settings': (token) => `<server><id>f</id><username>x</username><password>${token}</password></server>`,
  'an environment': (token) => `export AZURE_DEVOPS_EXT_PAT='${token}'; az devops project list`,
  'a quoted mail': (token) => `> hello\n> ${folded(token, 30, '\n> ')}\n> bye`,
  'a shell that goes on': (token) => `PAT=${folded(token, 40, '\\\n')}\necho done`,
  'a program that joins strings': (token) => `const pat = "${folded(token, 26, '" +\n    "')}";`,
  'broken lines': (token) => `the token is:\n${folded(token, 38, '\r\n')}\nand that is all`,
  'base64 in broken lines': (token) =>
    `auth: |\n  ${folded(base64(`me@fabrikam.example:${token}`), 60, '\n  ')}\nnext: 1`,
  'base64 in base64': (token) => `.npmrc: ${base64(`//x/npm/registry/:_password=${base64(token)}\n`)}`,
  'UTF-16 in base64': (token) => `powershell -e ${Buffer.from(`$p='${token}'`, 'utf16le').toString('base64')}`,
  'signs of no width': (token) => `${token.slice(0, 20)}\u200b${token.slice(20)}`,
};

const tokensIn = (found: Found[]) =>
  found.flatMap((each) =>
    each.kind === 'token' ? [{ form: each.form, text: each.secret.reveal(), doubt: each.doubt }] : [],
  );

test.each(Object.entries(wrappings))('a token is found in %s, once, and nothing else', (_, wrap) => {
  fc.assert(
    fc.property(current, (token) => {
      const found = findTokens(wrap(token));
      expect(tokensIn(found)).toEqual([{ form: 'current', text: token, doubt: null }]);
      expect(found).toHaveLength(1);
    }),
    { numRuns: 30 },
  );
  fc.assert(
    fc.property(classic, (token) => {
      expect(tokensIn(findTokens(wrap(token)))).toEqual([{ form: 'classic', text: token, doubt: null }]);
    }),
    { numRuns: 30 },
  );
});

const noise = fc.oneof(
  fc.lorem({ maxCount: 12 }),
  fc.uuid(),
  fc.constantFrom(40, 64, 128).map((length) => randomBytes(length / 2).toString('hex')),
  fc.integer({ min: 10, max: 400 }).map((length) => randomBytes(length).toString('base64')),
  fc.integer({ min: 10, max: 400 }).map((length) => base64(`some text ${'and more '.repeat(length / 10)}`)),
  fc.integer({ min: 60, max: 120 }).map((length) => BASE62.repeat(3).slice(0, length)),
  fc.json(),
  fc.webUrl({ withQueryParameters: true }),
  fc.stringMatching(/^[a-z]{52}$/),
);

test('in a text of other things nothing is found', () => {
  fc.assert(
    fc.property(fc.array(noise, { maxLength: 30 }), fc.constantFrom('\n', ' ', '\n> ', ', '), (parts, by) => {
      expect(findTokens(parts.join(by))).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

test('several tokens among other things are found, all of them, and in their order', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.oneof(current, classic), { maxLength: 6 }),
      fc.array(noise, { minLength: 7, maxLength: 7 }),
      (tokens, parts) => {
        const lines = parts.flatMap((part, at) => [
          part.replaceAll('\n', ' '),
          tokens[at] ? `token: ${tokens[at]} ;` : '',
        ]);
        expect(tokensIn(findTokens(lines.join('\n'))).map(({ text }) => text)).toEqual(tokens);
      },
    ),
    { numRuns: 60 },
  );
});

test('no text takes long, or makes it fail', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => void findTokens(text)));
  const begun = performance.now();
  findTokens(
    randomBytes(300_000)
      .toString('base64')
      .replaceAll(/(.{76})/g, '$1\n'),
  );
  findTokens('A'.repeat(400_000));
  findTokens(`${'eyJ'.repeat(50_000)}.${'-'.repeat(50_000)}`);
  expect(performance.now() - begun).toBeLessThan(5_000);
});

/** Not by the slower samples: these texts are long. */
const r = (length: number, alphabet = BASE62) =>
  Array.from(randomBytes(length), (byte) => alphabet[byte % alphabet.length]).join('');

const long = (text: () => string, size = 400_000) => {
  let all = '';
  while (all.length < size) all += text();
  return all;
};

test.each<[what: string, text: () => string]>([
  ['short lines', () => 'aaaa\n'],
  ['lines that end as base64 does', () => 'aaaa=\n'],
  ['what begins like a JWT at each hyphen', () => '-eyJ'],
  ['what begins like a key of OpenAI at each hyphen', () => 'sk-'],
  ['keys of AWS', () => `AKIA${r(16, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567')} `],
  ['tokens', () => `pat=${r(52, BASE32)}\n`],
  ['tokens that are cut off', () => `pat=${r(50, BASE32)}\n`],
])('a long text of %s is looked through once, and no more is found than a page can show', (_, text) => {
  const given = long(text);
  const begun = performance.now();
  expect(findTokens(given).length).toBeLessThanOrEqual(MOST_FOUND);
  expect(performance.now() - begun).toBeLessThan(4_000);
});

const [token] = fc.sample(current, { numRuns: 1, seed: 1 });
const [older] = fc.sample(classic, { numRuns: 1, seed: 1 });
if (token === undefined || older === undefined) throw new Error('no sample');

test('what a token says of itself is read: its form, and the month in which it was made', () => {
  expect(findTokens(`\n\n ${token}`)).toMatchObject([
    {
      kind: 'token',
      form: 'current',
      made: { year: 2026, month: 3 },
      begins: token.slice(0, 4),
      line: 3,
      inBase64: false,
    },
  ]);
  expect(findTokens(`x\n${base64(`:${older}`)}`)).toMatchObject([
    { form: 'classic', made: null, line: 2, inBase64: true },
  ]);
});

test.each([
  ['its end is cut off', token.slice(0, 75), 'current', 'cut-end'],
  ['its end is cut off, behind the second mark', token.slice(0, 82), 'current', 'cut-end'],
  ['its beginning is cut off', token.slice(9), 'current', 'cut-start'],
  ['its beginning is cut off, with the first mark', token.slice(60), 'current', 'cut-start'],
  ['a letter is missing', older.slice(1), 'classic', 'length'],
  ['there is one letter too many', `${older}q`, 'classic', 'length'],
  ['a letter is none that it can have', `${older.slice(0, 30)}0${older.slice(31)}`, 'classic', 'letters'],
])('a token is named broken where %s', (_, text, form, fault) => {
  expect(findTokens(`AZURE_DEVOPS_EXT_PAT=${text}`)).toMatchObject([{ kind: 'broken', form, fault }]);
});

test.each([
  ['a letter of the first mark', token.replace(MARK, `${MARK.slice(0, -1)}8`), 'marks'],
  ['a letter of the second mark', token.replace(NAME, `${NAME.slice(0, -1)}0`), 'marks'],
  ['a letter of the older form', `${older.slice(0, 30)}${older[30] === 'a' ? 'b' : 'a'}${older.slice(31)}`, 'check'],
])('a token is doubted where %s is another one', (_, text, doubt) => {
  expect(findTokens(`token: ${text}`)).toMatchObject([{ kind: 'token', doubt }]);
});

test('letters that stand right before and behind it are left out', () => {
  expect(tokensIn(findTokens(`xyz${token}zyx`))).toEqual([{ form: 'current', text: token, doubt: null }]);
});

test('the check of the older form is that of a person or of an application', () => {
  expect(checkFits(older)).toBe(true);
  expect(checkFits(older.replace(/^./, (letter) => (letter === 'a' ? 'b' : 'a')))).toBe(false);
});

const HEX = '0123456789abcdef';

test.each([
  ['github', () => `ghp_${r(36)}`],
  ['github', () => `github_pat_${r(22)}_${r(59)}`],
  ['gitlab', () => `glpat-${r(20)}`],
  ['npm', () => `npm_${r(36)}`],
  ['slack', () => `xoxb-${r(12, '0123456789')}-${r(24)}`],
  ['aws', () => `AKIA${r(16, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567')}`],
  ['google', () => `AIza${r(35)}`],
  ['pypi', () => `pypi-AgEIcHlwaS5vcmc${r(80)}`],
  ['stripe', () => `sk_live_${r(24)}`],
  ['docker', () => `dckr_pat_${r(27)}`],
  ['atlassian', () => `ATATT3${r(186)}`],
  ['digitalocean', () => `dop_v1_${r(64, HEX)}`],
  ['vault', () => `hvs.${r(90)}`],
  ['terraform', () => `${r(14)}.atlasv1.${r(67)}`],
  ['rubygems', () => `rubygems_${r(48, HEX)}`],
  ['hugging-face', () => `hf_${r(34, BASE62.slice(0, 52))}`],
  ['anthropic', () => `sk-ant-api03-${r(93)}`],
  ['openai', () => `sk-proj-${r(74)}T3BlbkFJ${r(74)}`],
  ['databricks', () => `dapi${r(32, HEX)}`],
  ['entra', () => `${r(3)}8Q~${r(34)}`],
  ['azure-storage', () => `${r(76)}+ASt${r(5)}A==`],
  [
    'jwt',
    () =>
      `${Buffer.from('{"alg":"HS256"}').toString('base64url')}.${Buffer.from('{"sub":"me"}').toString('base64url')}.${r(43)}`,
  ],
  ['private-key', () => '-----BEGIN OPENSSH PRIVATE KEY-----'],
  ['azure-key', () => `${r(52)}${MARK}CC${r(12)}AAAAACOG${r(4)}`],
])('what %s has made is named, and is no token of Azure DevOps', (system, make) => {
  for (const text of [make(), `KEY="${make()}"`, `https://x:${make()}@host/path`, `a: ${base64(`u:${make()}`)}`])
    expect(findTokens(text)).toMatchObject([{ kind: 'other', system }]);
});
