import fc from 'fast-check';
import { checkOf } from '../dev-server/secret';

// Tokens, made up anew for each test, and the texts in which people have them.

export const BASE62 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
export const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567';
export const [MARK, NAME] = [['JQQJ', '99'].join(''), ['AZ', 'DO'].join('')]; // no line may look like a token to a scanner

const letters = (length: number, alphabet = BASE62) =>
  fc.string({ unit: fc.constantFrom(...alphabet), minLength: length, maxLength: length });

/** A token of today, made in March 2026. */
export const current = fc
  .tuple(letters(52), letters(12))
  .map(([random, platform]) => `${random}${MARK}CC${platform}AAAA${NAME}`)
  .map((unchecked) => `${unchecked}${checkOf(unchecked)}`);

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

export const classic = fc
  .tuple(
    fc.array(fc.integer({ min: 0, max: 255 }), { minLength: 32, maxLength: 32 }),
    fc.constantFrom(0xe0b9692d, 0x1019f92e),
  )
  .map(([bytes, seed]) => withCheck(bytes, seed))
  .filter((token) => /\d/.test(token));

export const base64 = (text: string) => Buffer.from(text).toString('base64');
const folded = (text: string, width: number, by = '\n') =>
  (text.match(new RegExp(`.{1,${width}}`, 'g')) ?? []).join(by);

/** Each way in which a token stands in a text, by its name. */
export const wrappings: Record<string, (token: string) => string> = {
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
