import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { mintSecret } from '../../dev-server/secret';
import { Transfer } from '../../test/fakes/guarded-page';
import { cleaned, copyOf, holdsToken } from './transfer';

beforeAll(() => void vi.stubGlobal('DataTransfer', Transfer));
afterAll(() => void vi.unstubAllGlobals());

const token = mintSecret(Date.UTC(2026, 10, 25));
const [half, rest] = [token.slice(0, 40), token.slice(40)];

/** As browsers have it: `Transfer` has of theirs what the guard asks for. */
function transfer(texts: Record<string, string>, ...files: object[]): DataTransfer {
  const data = new Transfer();
  for (const [type, text] of Object.entries(texts)) data.setData(type, text);
  for (const file of files) data.items.add(file);
  return data as unknown as DataTransfer;
}

const textsOf = (data: DataTransfer) => Object.fromEntries(data.types.map((type) => [type, data.getData(type)]));

test.each([
  ['the text', { 'text/plain': `say ${token}`, 'text/html': '<b>say</b>' }, true],
  [
    'the markup alone',
    { 'text/plain': 'a link', 'text/html': `<a href="https://me:${token}@dev.azure.com">a link</a>` },
    true,
  ],
  ['neither', { 'text/plain': 'say nothing', 'text/html': '<b>say nothing</b>' }, false],
])('a token is seen in %s', (_, texts, isSeen) => {
  expect(holdsToken(transfer(texts))).toBe(isSeen);
});

test('left out, it is in no form of what goes in: not in the text, the markup, another form, or a file', () => {
  const texts = {
    'text/plain': `say ${token} please`,
    'text/html': `<p>say <b>${token}</b> please</p>`,
    'text/rtf': token,
  };
  expect(textsOf(cleaned(transfer(texts, { name: 'settings.xml' })))).toEqual({
    'text/plain': 'say  please',
    'text/html': '<p>say <b></b> please</p>',
  });
});

test.each([
  ['in elements of their own', `<p>say <b>${half}</b><i>${rest}</i> please</p>`],
  ['in two lines', `<p>say ${half}<br>${rest} please</p>`],
  ['in cells', `<td>${half}</td>\n<td>${rest}</td>`],
])('markup that has a token in pieces, %s, does not go in', (_, html) => {
  expect(textsOf(cleaned(transfer({ 'text/plain': `say ${half}\n${rest} please`, 'text/html': html })))).toEqual({
    'text/plain': 'say  please',
  });
});

test('what is left of a token alone is nothing', () => {
  expect(cleaned(transfer({ 'text/plain': token, 'text/html': token })).types).toEqual([]);
});

test('for "Paste anyway" all of it is kept: each form, and files', () => {
  const [texts, file] = [{ 'text/plain': token, 'text/html': `<b>${token}</b>`, 'text/rtf': token }, { name: 'a.png' }];
  const copy = copyOf(transfer(texts, file));
  expect([textsOf(copy), copy.files]).toEqual([{ ...texts, Files: '' }, [file]]);
});
