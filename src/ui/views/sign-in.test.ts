import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { CONTOSO, FABRIKAM, SERVER } from '../../../gallery/fixtures/hosts';
import { nothing } from '../../../gallery/story';
import type { KnownHost } from '../../core/host';
import { message as m } from '../../platform/message';
import { SignIns } from './sign-in';

const beside: KnownHost = { ...SERVER, name: 'tfs.corp.example:8080/tfs/Other' };

test.each<[string, KnownHost[], 'sign_in_explain' | 'sign_in_to_server_explain', boolean]>([
  ['organizations', [FABRIKAM, CONTOSO], 'sign_in_explain', false],
  ['an organization and a server', [FABRIKAM, SERVER], 'sign_in_explain', true],
  ['collections of a server', [SERVER, beside], 'sign_in_to_server_explain', true],
])('how to sign in to %s is said of those', (_, hosts, how, hasPolicy) => {
  const places = hosts.map(({ name, kind }) => ({ name, signInUrl: '', isServer: kind === 'server' }));
  const said = renderToString(h(SignIns, { places, hasContainers: false, onOpen: nothing, onLook: nothing }));
  const ways = (['sign_in_explain', 'sign_in_to_server_explain'] as const).filter((key) => said.includes(m(key)));
  expect([ways, said.includes(m('sign_in_policy'))]).toEqual([[how], hasPolicy]);
});
