import { expect, test } from 'vitest';
import { CONTOSO, FABRIKAM, PAUL, shown } from '../../../gallery/fixtures/hosts';
import { message as m } from '../message';
import { whoText } from './who';

const OUT = { kind: 'signed-out', signInUrl: '', by: 'refusal' } as const;
const raisa = { ...PAUL, id: '22222222-2222-4222-8222-222222222222', name: 'Raisa' };
const asRaisa = { ...CONTOSO, identity: raisa };
const as = (name: string, account: string, id = PAUL.id) => ({ ...FABRIKAM, identity: { id, name, account } });

test.each([
  ['the same on each', [shown(FABRIKAM, []), shown(CONTOSO, [])], m('signed_in_as', PAUL.name)],
  ['two', [shown(FABRIKAM, []), shown(asRaisa, [])], m('signed_in_as', `${PAUL.name}, Raisa`)],
  ['the one who is not signed out', [shown(FABRIKAM, [], OUT), shown(asRaisa, [])], m('signed_in_as', 'Raisa')],
  ['who was seen last, without a network', [shown(FABRIKAM, [], { kind: 'offline' })], m('signed_in_as', PAUL.name)],
  ['nobody, where all are signed out', [shown(FABRIKAM, [], OUT)], ''],
  [
    'two of one name by their addresses',
    [shown(as('Jo', 'a@x.example'), []), shown(as('Jo', 'b@x.example', raisa.id), [])],
    m('signed_in_as', `${m('account_with', 'Jo', 'a@x.example')}, ${m('account_with', 'Jo', 'b@x.example')}`),
  ],
  ['one of that name by the name alone', [shown(as('Jo', 'a@x.example'), [])], m('signed_in_as', 'Jo')],
])('who is signed in is told of those that are: %s', (_, lists, text) => {
  expect(whoText(lists)).toBe(text);
});
