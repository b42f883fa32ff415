import { expect, test } from 'vitest';
import { message } from '../../platform/message';
import { howToSignIn } from './sign-in';

const cloud = { isServer: false, hasContainers: false };
const inFirefox = { isServer: false, hasContainers: true };

test('in Firefox the card does not promise to go away by itself', () => {
  expect(howToSignIn(inFirefox)).toMatch(/then come back/);
  expect(howToSignIn(inFirefox)).not.toMatch(/by itself/);
  expect(howToSignIn(cloud)).toMatch(/by itself/);
});

test('of a container it is said how to go on, and of a server by which policies a browser signs in silently', () => {
  expect(message('sign_in_container')).toMatch(/container.*Sign in once in a tab without a container\./);
  for (const name of ['AuthServerAllowlist', 'network.negotiate-auth.trusted-uris'])
    expect(message('sign_in_policy')).toContain(name);
});
