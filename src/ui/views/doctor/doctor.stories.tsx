import { FABRIKAM, LONG_HOST, SERVER } from '../../../../gallery/fixtures/hosts';
import { STRANGE_NAMES } from '../../../../gallery/fixtures/names';
import { NOW } from '../../../../gallery/fixtures/now';
import { ACTIVE, FULL, REVOKED, row, rows, TWELVE, token } from '../../../../gallery/fixtures/tokens';
import { nothing, screens } from '../../../../gallery/story';
import { tabs } from '../../../../gallery/tab';
import { readsOf } from '../../../core/doctor/reads';
import type { KnownHost } from '../../../core/host';
import { type Failure, fail, ok } from '../../../core/result';
import { Secret } from '../../../core/secret';
import type { AskedHost, Examined } from '../../on-screen';
import { Doctor } from './doctor';

type Found = Examined['found'];

const place = { begins: 'kW3x', line: 1, inBase64: false };
const current: Found = {
  ...place,
  ...{ kind: 'token', form: 'current', secret: new Secret(''), doubt: null, made: { year: 2026, month: 3 } },
};
const classic: Found = { ...current, begins: 'abn7', line: 12, inBase64: true, form: 'classic', made: null };

const taken = (host: KnownHost, name = 'Normal Paulk', id = host.identity?.id ?? ''): AskedHost => ({
  host,
  answer: ok({ id, name }),
});
const failed = (host: KnownHost, failure: Failure): AskedHost => ({ host, answer: fail(failure) });
const refused = (host: KnownHost) => failed(host, { kind: 'signed-out', signInUrl: '', by: 'refusal' });

/** Let in to the first so many areas, and refused by the others. */
const looks = (count: number): Examined['looks'] =>
  readsOf('services').map(({ area }, index) => ({ area, look: index < count ? 'open' : 'closed' }));

const one = (found: Found, told: Partial<Examined> = {}): Examined => ({
  ...{ found, asked: [], looks: [], sure: null, likely: null, isDone: true },
  ...told,
});

const doctor = (examined: readonly Examined[] | 'too-long' | null, reads = 13) => (
  <Doctor
    examined={examined}
    reads={reads}
    turn={0}
    localNow={NOW}
    onInput={nothing}
    onExamine={nothing}
    onAct={nothing}
  />
);

const works = { asked: [taken(FABRIKAM), refused(LONG_HOST)], looks: looks(1) };
const strange = token({ name: Object.values(STRANGE_NAMES)[0] ?? '' });

export const stories = screens('page', {
  ...tabs('doctor', {
    'before anything': () => doctor(null),
    'without an organization': () => doctor(null, 0),
    'nothing found': () => doctor([]),
    'a text that is too long': () => doctor('too-long'),
    asking: () =>
      doctor([
        one(current, {
          asked: [taken(FABRIKAM), { host: LONG_HOST, answer: null }],
          looks: looks(2).slice(0, 4),
          isDone: false,
        }),
        one(classic, { isDone: false }),
      ]),
    'one that Patina made': () => doctor([one(current, { ...works, sure: { row: row(ACTIVE) }, likely: [] })]),
    'one that Patina made, and is revoked': () =>
      doctor([
        one(current, { asked: [refused(FABRIKAM)], sure: { row: row(REVOKED) } }),
        one(classic, { asked: [refused(FABRIKAM)], sure: { row: null } }),
      ]),
    'one that Patina made for another account': () =>
      doctor([
        one(current, { ...works, asked: [taken(FABRIKAM, 'Raisa Pokrovskaya', 'another')], sure: { row: null } }),
      ]),
    'one of the list, most probably': () => doctor([one(current, { ...works, looks: looks(20), likely: [row(FULL)] })]),
    'several, of every kind': () =>
      doctor([
        one(current, { ...works, likely: rows(TWELVE.slice(0, 4)) }),
        one({ ...current, doubt: 'marks', line: 3 }, { asked: [refused(FABRIKAM), refused(LONG_HOST)] }),
        one({ ...classic, doubt: 'check' }, { ...works, looks: looks(0), likely: [] }),
        one(classic, { asked: [taken(FABRIKAM, 'Raisa Pokrovskaya', 'another')], looks: looks(3), likely: [] }),
        one({ ...place, kind: 'broken', form: 'current', fault: 'cut-end', line: 14 }),
        one({ ...place, kind: 'broken', form: 'classic', fault: 'letters', line: 15 }),
        one({ ...place, kind: 'other', system: 'github', begins: 'ghp_', line: 20 }),
        one({ ...place, kind: 'other', system: 'jwt', begins: 'eyJh', line: 21, inBase64: true }),
      ]),
    'of strange names': () =>
      doctor([
        one(current, {
          asked: [taken(LONG_HOST, strange.name)],
          looks: looks(1),
          likely: [row(strange, { host: LONG_HOST })],
        }),
        one(current, { asked: [taken(FABRIKAM, strange.name, 'another')], looks: looks(1), likely: [] }),
      ]),
    failures: () =>
      doctor([
        one(current, {
          asked: [
            failed(FABRIKAM, { kind: 'offline' }),
            failed(LONG_HOST, { kind: 'throttled', until: NOW + 60_000 }),
            failed(SERVER, { kind: 'insecure' }),
          ],
        }),
        one(current, {
          asked: [taken(FABRIKAM)],
          looks: readsOf('services').map(({ area }, index) => ({ area, look: index > 3 ? 'unknown' : 'refused' })),
          likely: rows(TWELVE.slice(0, 2)),
        }),
      ]),
  }),
});
