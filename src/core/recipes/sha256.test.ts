import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sha256 } from './sha256';

/** Half of a character is U+FFFD in UTF-8, here as there. */
const known = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

test('the digest is that of everybody else', () => {
  const text = fc.string({ unit: 'binary', maxLength: 200 });
  fc.assert(fc.property(text, (each) => sha256(each) === known(each)));
  // Around the end of a block, where the length takes another one.
  for (let length = 50; length < 140; length++) expect(sha256('é'.repeat(length))).toBe(known('é'.repeat(length)));
});
