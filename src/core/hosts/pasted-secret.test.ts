import { expect, test } from 'vitest';
import { holdsSecret } from './pasted-secret';

const TOKEN = 'ixrsk42azxdsyi59n9h6qkh1pkqm9cj5y5tzfq3w7e8r9t0y1u2i';

test.each([
  ['a token', TOKEN],
  ['one in a path', `https://dev.azure.com/${TOKEN}/_git/x`],
  ['one of which a sign is encoded', `https://dev.azure.com/${TOKEN.slice(0, 20)}%61${TOKEN.slice(20)}/_git/x`],
  ['a password before the host', 'https://me:pass@dev.azure.com/fabrikam'],
  ['a password without a user', 'https://:pass@dev.azure.com/fabrikam'],
  ['a signature', 'https://fabrikam.blob.example/x?sv=1&sig=abc'],
  ['a named one', 'https://dev.azure.com/fabrikam?access_token=abc'],
  ['a named one in a fragment', 'https://dev.azure.com/fabrikam#pat=abc'],
])('%s is told', (_, text) => {
  expect(holdsSecret(text)).toBe(true);
});

test.each([
  ['who signs in', 'https://me@dev.azure.com/fabrikam/_git/x'],
  ['the digest of a commit', 'http://tfs:8080/tfs/C/_git/r/commit/0a1b2c3d4e5f60718293a4b5c6d7e8f901234567'],
  ['a long word', `https://dev.azure.com/fabrikam/${'w'.repeat(50)}`],
  ['a name that is not filled in', 'https://dev.azure.com/fabrikam?token='],
  ['a port', 'http://tfs:8080/tfs'],
  ['what is no encoding', 'https://dev.azure.com/fabrikam/100%'],
])('%s is none', (_, text) => {
  expect(holdsSecret(text)).toBe(false);
});
