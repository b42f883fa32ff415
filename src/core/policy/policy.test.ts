import { expect, test } from 'vitest';
import { PRESETS } from '../purposes/built-in';
import { readPolicy } from './policy';

const preset = PRESETS[0]?.id;

test.each<[string, unknown, unknown, boolean]>([
  ['organizations', ['https://dev.azure.com/fabrikam'], ['https://dev.azure.com/fabrikam'], true],
  [
    'organizations',
    ['https://tfs.example/tfs', 'https://dev.azure.com/fabrikam'],
    ['https://dev.azure.com/fabrikam'],
    false,
  ],
  ['servers', ['https://tfs.example/tfs', 'https://dev.azure.com/fabrikam'], ['https://tfs.example/tfs'], false],
  ['servers', ['no address'], undefined, false],
  ['servers', [], [], true],
  ['servers', 'https://tfs.example/tfs', undefined, false],
  ['purposesOffered', [preset, 'unheard of'], [preset], false],
  ['purposesOffered', ['unheard of'], undefined, false],
  ['remindDays', [7, 2], [7], false],
  ['longestLifetimeDays', 30, 30, true],
  ['longestLifetimeDays', 0, undefined, false],
  ['forbidFullAccess', false, false, true],
  ['forbidFullAccess', 'yes', undefined, false],
  ['checkEveryHours', 6, 6, true],
  ['checkEveryHours', 0, null, true],
  ['checkEveryHours', 2, undefined, false],
  ['support', 'https://help.example/tokens', 'https://help.example/tokens', true],
  ['support', 'mailto:help@fabrikam.example', 'mailto:help@fabrikam.example', true],
  ['support', 'see https://help.example', undefined, false],
  ['support', 'javascript:alert(1)', undefined, false],
  ['unheardOf', true, undefined, false],
])('%s of %j is read as %j', (name, given, value, isWhole) => {
  expect(readPolicy({ [name]: given, forbidPlainHttp: true })).toEqual({
    policy: { forbidPlainHttp: true, ...(value === undefined ? {} : { [name]: value }) },
    ignored: isWhole ? [] : [name],
  });
});
