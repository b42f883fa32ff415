import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { CONTOSO } from '../../../gallery/fixtures/hosts';
import { NOW } from '../../../gallery/fixtures/now';
import { row, token } from '../../../gallery/fixtures/tokens';
import { DAY } from '../../core/duration';

import { scopesInWords } from '../../platform/in-words/scopes';
import { accountText } from '../../platform/in-words/who';
import { message as m } from '../../platform/message';
import { shortly } from '../words/when';
import { hasLookAlike, TokenFacts } from './token-facts';

const meant = row(token({ name: 'ci-build' }));
const alike = { name: 'ci-bui1d' };

test.each([
  ['another token that works', true, row(token(alike))],
  ['one of another host', true, row(token(alike), { host: CONTOSO })],
  ['one of another name', false, row(token({ name: 'ci-deploy' }))],
  ['one that is revoked', false, row(token({ ...alike, revoked: true }))],
  ['one that is over', false, row(token({ ...alike, expiresAt: NOW }))],
  ['itself alone', false, row({ ...meant.token })],
])('a token is told apart from %s: %s', (_, expected, other) => {
  expect(hasLookAlike(meant, [meant, other])).toBe(expected);
});

test('a question about a token says where it is and whose, what it may and when it ends, and the id where that tells it apart', () => {
  const identity = { id: 'bb5bb6c8-ef0a-400f-8987-92b3674d2043', name: 'Normal Paulk', account: 'np@contoso.example' };
  const asked = row(token({ createdAt: NOW - DAY, expiresAt: NOW + DAY }), { host: { ...CONTOSO, identity } });
  const { createdAt, expiresAt, scopes, id } = asked.token;
  const seen = (alike: boolean) => renderToString(h(TokenFacts, { row: asked, alike }));
  const facts = [
    [m('organization'), '<bdi>contoso</bdi>'],
    [m('account'), accountText(identity)],
    [m('scopes'), scopesInWords(scopes)],
    [m('created_on'), shortly(createdAt ?? 0)],
    [m('expires_on'), shortly(expiresAt ?? 0)],
  ];
  const fact = ([label, text]: string[]) => `<dt>${label}</dt><dd><bdi>${text}</bdi></dd>`;
  for (const each of facts) expect(seen(false)).toContain(fact(each));
  const told = fact([m('id_begins'), id.slice(0, 8)]);
  expect([seen(true).includes(told), seen(false).includes(told)]).toEqual([true, false]);
  expect([seen(true), seen(false)].map((each) => each.includes(m('looks_like_another')))).toEqual([true, false]);
});
