import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anySign } from '../../../test/any-text';
import { powerShellQuoted, urlSegment, withoutVariables, xmlEscaped } from './quoting';
import { base64 } from './snippet';

const anything = fc.string({ unit: anySign, maxLength: 40 });
const holds = (property: (text: string) => void) => fc.assert(fc.property(anything, property), { numRuns: 1000 });

test('a segment of a URL decodes to the name, and nothing in it is special anywhere', () => {
  holds((name) => {
    expect(decodeURIComponent(urlSegment(name))).toBe(name);
    expect(urlSegment(name)).toMatch(/^[A-Za-z0-9\-._~%]*$/);
  });
  expect(urlSegment('half \uD800')).toBe('half%20%EF%BF%BD');
});

/** Reads a single-quoted string as PowerShell does: any of five quotes, doubled, is the second of the two. */
function readPowerShell(source: string): string {
  expect(source).toMatch(/^'(?:[^'\u2018-\u201B]|(['\u2018-\u201B])\1)*'$/u);
  return source.slice(1, -1).replace(/(['\u2018-\u201B])\1/g, '$1');
}

test('PowerShell reads the text back', () => {
  const quotes = fc.string({ unit: fc.constantFrom("'", '‘', '’', '‚', '‛', '"', '`', '$', 'é', ' '), maxLength: 20 });
  fc.assert(
    fc.property(quotes, (text) => {
      expect(readPowerShell(powerShellQuoted(text))).toBe(text);
    }),
  );
});

test('XML reads the text back', () => {
  const entity: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
  const allowed = anything.filter((text) => !/\p{Cc}|[\uFFFE\uFFFF]/u.test(text));
  fc.assert(
    fc.property(allowed, (text) => {
      const escaped = xmlEscaped(text);
      expect(escaped).not.toMatch(/[<>"']/);
      expect(escaped.replace(/&(\w+);/g, (_, name) => entity[name] ?? '?')).toBe(text);
    }),
  );
  expect(xmlEscaped('a\u0000b\u001Bc\uD800')).toBe('abc\uFFFD');
});

/** The variables that cmd or NuGet could find in a text, wherever they begin to read: of two hexadecimal digits there are none, nor with a slash. */
const variablesIn = (text: string) =>
  [...text.matchAll(/%(?=([^%/]+)%)/g)].flatMap(([, name = '']) => (/^(\d|[A-F][0-9A-F]$)/i.test(name) ? [] : [name]));

test('no address names a variable, and all of them mean what they meant', () => {
  const url = fc.string({
    unit: fc.constantFrom('%AD', '%DE', '%20', '%C3', 'O_PAT', 'PLOY', '/', '-', 'x'),
    maxLength: 12,
  });
  fc.assert(
    fc.property(url, (text) => {
      const safe = withoutVariables(text);
      expect(variablesIn(safe)).toEqual([]);
      const same = (each: string) =>
        each.replace(/%([2-7][0-9A-F])/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));
      expect(same(safe)).toBe(same(text));
    }),
    { numRuns: 1000 },
  );
});

test('base64 is that of everybody else', () => {
  holds((text) => {
    expect(base64(text)).toBe(Buffer.from(text).toString('base64'));
  });
});
