import { expect, test } from 'vitest';
import { CONTOSO, FABRIKAM } from '../../../gallery/fixtures/hosts';
import { NOW } from '../../../gallery/fixtures/now';
import { type Failure, fail, ok } from '../../core/result';
import { Secret } from '../../core/secret';
import { message as m } from '../../platform/message';
import type { AskedHost, Examined } from '../on-screen';
import { formInWords, looksOf, worksInWords } from './doctor';

const found: Examined['found'] = {
  ...{ kind: 'token', form: 'current', secret: new Secret(''), doubt: null, made: null },
  ...{ begins: 'kW3x', line: 1, inBase64: false },
};
const one = (told: Partial<Examined>): Examined => ({
  ...{ found, asked: [], looks: [], sure: null, likely: null, isDone: true },
  ...told,
});

const taken: AskedHost = { host: FABRIKAM, answer: ok({ id: '', name: 'Normal Paulk' }) };
const failed = (failure: Failure): AskedHost => ({ host: CONTOSO, answer: fail(failure) });
const refused = failed({ kind: 'signed-out', signInUrl: '', by: 'refusal' });
const worksHere = m('works_in', 'fabrikam', 'Normal Paulk');
const byContoso = m('refused_by', 'contoso');
const unreached = m('not_asked_at', 'contoso', m('fail_timeout'));

test.each<[string, Partial<Examined>, string[], string[]]>([
  ['by all', { asked: [refused] }, [], [m('works_nowhere'), byContoso]],
  ['by some, while others are asked', { asked: [refused], isDone: false }, [], [byContoso]],
  [
    'by none, but not by all that were asked',
    { asked: [failed({ kind: 'timeout' })] },
    [],
    [m('works_unknown'), unreached],
  ],
  ['by one of several', { asked: [taken, refused] }, [worksHere], [byContoso]],
  ['by nobody, since nobody was asked', {}, [], []],
])('a token is said to be refused %s', (_, told, works, not) => {
  expect(worksInWords(one(told), NOW)).toEqual({ works, not });
});

test.each<[string, Examined['looks'][number]['look'][], boolean, string[]]>([
  ['something', ['open', 'closed', 'unknown'], true, ['can_read', 'cannot_read', 'not_known']],
  ['nothing', ['closed', 'refused'], true, ['can_read_nothing', 'cannot_read']],
  ['nothing, as far as is known', ['closed'], false, ['cannot_read']],
  ['nothing that could be found out', ['closed', 'unknown'], true, ['cannot_read', 'not_known']],
])('of a token that can read %s that is said, and no more', (_, looks, isDone, said) => {
  const areas = ['code', 'work-items', 'build'];
  const told = looksOf(one({ looks: looks.map((look, at) => ({ area: areas[at] ?? '', look })), isDone }));
  expect(told.map(({ says }) => says)).toEqual(said);
});

test('what speaks against a token is said in the place of that nothing does', () => {
  expect(formInWords(found)).toEqual([m('form_current'), m('check_fits')]);
  expect(formInWords({ ...found, doubt: 'marks' })).toEqual([m('form_current'), m('doubt_marks')]);
});
