import { expect, test } from 'vitest';
import { isMeant } from './full-access';

test.each([
  [['vso.code'], '', true],
  [['app_token'], '', false],
  [['App_Token', 'vso.code'], '', false],
  [['App_Token'], ' Full Access ', true],
  [['app_token'], 'ｆｕｌｌ　ａｃｃｅｓｓ', true],
  [['app_token'], 'fullaccess', true],
  [['app_token'], 'full', false],
])('%j, with %j typed beside it, is meant: %s', (scopes, typed, meant) => {
  expect(isMeant(scopes, typed)).toBe(meant);
});
