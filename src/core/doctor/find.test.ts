import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anySign, webAddress } from '../../../test/any-text';
import { BASE32, BASE62, base64, classic, current, MARK, NAME, wrappings } from '../../../test/token-texts';
import { checkFits } from './check';
import { type Found, findTokens, LONGEST_TEXT, MOST_FOUND } from './find';

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
  webAddress,
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
  fc.assert(fc.property(fc.string({ unit: anySign, maxLength: 400 }), (text) => void findTokens(text)));
  findTokens(
    randomBytes(300_000)
      .toString('base64')
      .replaceAll(/(.{76})/g, '$1\n'),
  );
  findTokens('A'.repeat(400_000));
  findTokens(`${'eyJ'.repeat(50_000)}.${'-'.repeat(50_000)}`);
});

/** Not by the slower samples: these texts are long. */
const r = (length: number, alphabet = BASE62) =>
  Array.from(randomBytes(length), (byte) => alphabet[byte % alphabet.length]).join('');

const long = (text: () => string, size = LONGEST_TEXT) => {
  let all = '';
  while (all.length < size) all += text();
  return all;
};

test.each<[what: string, text: () => string]>([
  ['one line', () => 'aB3'],
  ['short lines', () => 'aaaa\n'],
  ['lines that end as base64 does', () => 'aaaa=\n'],
  ['what begins like a JWT at each hyphen', () => '-eyJ'],
  ['what begins like a key of OpenAI at each hyphen', () => 'sk-'],
  ['keys of AWS', () => `AKIA${r(16, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567')} `],
  ['tokens', () => `pat=${r(52, BASE32)}\n`],
  ['tokens that are cut off', () => `pat=${r(50, BASE32)}\n`],
])('a long text of %s is looked through once, and no more is found than a page can show', (_, text) => {
  // What looks at each place again and again takes minutes, and meets the limit of every test.
  expect(findTokens(long(text)).length).toBeLessThanOrEqual(MOST_FOUND);
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
  ['a letter between the marks', `${token.slice(0, 63)}${token[63] === 'a' ? 'b' : 'a'}${token.slice(64)}`, 'check'],
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
