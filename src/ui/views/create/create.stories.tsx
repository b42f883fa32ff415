import type { ComponentProps, JSX } from 'preact';
import { After, fill, press } from '../../../../gallery/deeds';
import { PERMISSION, SIGNED_OUT } from '../../../../gallery/fixtures/failures';
import { ALL, FABRIKAM, NEVER_SEEN, PAUL, SERVER } from '../../../../gallery/fixtures/hosts';
import { STRANGE_NAMES } from '../../../../gallery/fixtures/names';
import { NOW } from '../../../../gallery/fixtures/now';
import { PURPOSES } from '../../../../gallery/fixtures/purposes';
import { FEW, WIDE } from '../../../../gallery/fixtures/tokens';
import { nothing, screens } from '../../../../gallery/story';
import { DAY } from '../../../core/duration';
import { limitsAt } from '../../../core/minting/expectation';
import type { Limits } from '../../../core/minting/limits';
import { OTHER_WAYS } from '../../../core/purposes/other-ways';
import type { Failure } from '../../../core/result';
import { FULL_ACCESS } from '../../../core/scopes/full-access';
import { LifetimeHints, RefusedHint } from '../../components/fields/limit-hints';
import { Create } from './create';
import { PurposeChoice } from './purpose-choice';

type Props = ComponentProps<typeof Create>;

const free = limitsAt(null, PAUL.id, NOW);
const at = NOW - 3 * DAY;
const strict: Limits = {
  ...free,
  cut: { days: 30, at },
  tooLong: { days: 90, at },
  fullAccess: { at },
  creation: { packaging: false, at },
  rounding: { up: true, at },
};

const usual: Props = {
  hosts: ALL,
  host: FABRIKAM,
  tokens: FEW,
  template: null,
  refused: null,
  unsent: null,
  useKeeping: nothing,
  first: PURPOSES[0] ?? null,
  purposes: PURPOSES,
  note: '',
  limits: free,
  failure: null,
  silenced: [],
  onSilence: nothing,
  busy: false,
  localNow: NOW,
  onChoose: nothing,
  onCreate: nothing,
  onCancel: nothing,
  onRefresh: nothing,
  onOpen: nothing,
  onAllow: nothing,
};

const create =
  (told: Partial<Props> = {}) =>
  (): JSX.Element => <Create {...usual} {...told} />;
const after =
  (deeds: ReturnType<typeof press>[], told: Partial<Props> = {}) =>
  (): JSX.Element => <After deeds={deeds}>{create(told)()}</After>;
const template = { name: 'does nearly everything 2', scopes: WIDE.scopes, lifetime: { days: 90 } };
const refusedAs = (failure: Failure) => ({ failure, asked: template, hostId: FABRIKAM.id });
const full = { ...template, scopes: [FULL_ACCESS] };

export const stories = screens('popup', {
  'with no word of a way without a token': create({ silenced: OTHER_WAYS }),
  'the first purpose': create(),
  'no purpose pinned': create({ first: null }),
  'nothing filled in, in haste': after([press('create_token')], { first: null }),
  'another purpose': after([fill('purpose', 'push')]),
  'for all purposes': create({ template }),
  'a name that is taken': create({ template: { ...template, name: 'npm restore ci' } }),
  'the longest name': create({ template: { ...template, name: STRANGE_NAMES['255 characters in a word'] } }),
  'scopes that nobody knows': create({
    template: { ...template, scopes: ['vso.nobody_knows', `vso.${'long'.repeat(40)}`] },
  }),
  'no scope found': after([fill('search_scopes', 'zzz')]),
  'full access': create({ template: full }),
  'full access, in haste': after([press('create_token')], { template: full }),
  'until a day': after([fill('lifetime', 'custom')]),
  'until a day, in haste': after([fill('lifetime', 'custom'), press('create_token')]),
  'what the organization refuses': create({ limits: strict, template: full }),
  'on a server': create({ host: SERVER }),
  'on a server that makes none that ends in time': create({
    host: SERVER,
    limits: { ...free, rounding: { up: true, at }, decided: { longestDays: 30 } },
  }),
  'nobody seen yet': create({ host: NEVER_SEEN }),
  busy: create({ template, busy: true }),
  'a name that was refused': create({ template, refused: refusedAs({ kind: 'invalid', field: 'name', reason: '' }) }),
  'a lifetime that was refused': create({
    template,
    refused: refusedAs({ kind: 'policy', policy: 'patLifespanPolicyViolation' }),
  }),
  'scopes that were refused': create({
    template,
    refused: refusedAs({ kind: 'invalid', field: 'scopes', reason: '' }),
  }),
  'full access that was refused': create({
    template: full,
    refused: { failure: { kind: 'policy', policy: 'fullScopePatPolicyViolation' }, asked: full, hostId: FABRIKAM.id },
  }),
  'signed out': create({ failure: SIGNED_OUT }),
  'not allowed to ask': create({ failure: PERMISSION }),
  'its hints alone': () => (
    <section>
      <h1>Hints</h1>
      <PurposeChoice value="agent" purposes={PURPOSES} onChange={nothing} />
      <LifetimeHints host={FABRIKAM} limits={strict} lifetime={{ days: 90 }} />
      <RefusedHint scopes={['vso.code']} host={FABRIKAM} limits={strict} />
      <RefusedHint scopes={['vso.code']} host={FABRIKAM} limits={{ ...strict, packaging: { at } }} />
    </section>
  ),
});
