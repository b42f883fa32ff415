import { expect, test } from 'vitest';
import { howToSignIn, signInHints } from './sign-in';

const cloud = { isServer: false, hasContainers: false };
const inFirefox = { isServer: false, hasContainers: true };

test('in Firefox, where the session may live in a container, that is said with how to go on', () => {
  expect(signInHints(inFirefox).join(' ')).toMatch(/container.*Sign in once in a tab without a container\./);
  expect(signInHints({ ...inFirefox, isServer: true }).join(' ')).toMatch(/without a container/);
  expect(signInHints(cloud)).toEqual([]);
});

test('in Firefox the card does not promise to go away by itself', () => {
  expect(howToSignIn(inFirefox)).toMatch(/then come back/);
  expect(howToSignIn(inFirefox)).not.toMatch(/by itself/);
  expect(howToSignIn(cloud)).toMatch(/by itself/);
});

test('of a server the policies are named by which a browser signs in silently', () => {
  const words = signInHints({ ...cloud, isServer: true }).join(' ');
  for (const name of ['AuthServerAllowlist', 'network.negotiate-auth.trusted-uris']) expect(words).toContain(name);
});
