import fc from 'fast-check';

// fast-check's own `binary` and `webUrl` turn round the table of all signs that there are, once in each process: that
// takes a second, and sixty megabytes for as long as the process lives.

const HALVES = { first: 0xd800, count: 0x800 };

/** Any sign there is, halves of a pair left out. */
export const anySign = fc
  .integer({ min: 0, max: 0x10_ffff - HALVES.count })
  .map((code) => String.fromCodePoint(code < HALVES.first ? code : code + HALVES.count));

const plain = fc.constantFrom(..."aAbBzZ0189-._~!$&'()*+,;=:@"); // RFC 3986 3.3: what may stand in a path
const part = fc.string({
  unit: fc.oneof({ weight: 10, arbitrary: plain }, { weight: 1, arbitrary: anySign.map(encodeURIComponent) }),
});
const after = (mark: string) =>
  fc.option(part, { nil: undefined }).map((text) => (text === undefined ? '' : mark + text));

/** Addresses as they are on the web, with or without a port, a path, a query and a fragment. */
export const webAddress = fc
  .tuple(
    fc.constantFrom('http', 'https'),
    fc.domain(),
    fc.option(
      fc.integer({ min: 0, max: 65_535 }).map((port) => `:${port}`),
      { nil: '' },
    ),
    fc.array(part).map((parts) => parts.map((each) => `/${each}`).join('')),
    after('?'),
    after('#'),
  )
  .map(([scheme, host, ...rest]) => `${scheme}://${host}${rest.join('')}`);
