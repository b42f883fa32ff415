import fc from 'fast-check';
import type { FaultName } from '../../../dev-server/faults';
import type { ProfileName } from '../../../dev-server/onprem/profiles';
import type { Switches } from '../../../dev-server/switches';
import type { Mishap } from '../network';
import type { Spoil } from '../world';

/** What a user does. `host` and `pick` say where, and which of the tokens that are shown there. */
export type Deed =
  | { do: 'mint' | 'create' | 'refresh' | 'remove' | 'add'; host: number }
  | { do: 'revoke' | 'extend' | 'edit'; host: number; pick: number }
  | { do: 'rotate'; host: number; pick: number; keep: 'until-confirmed' | 'for-a-day' | 'for-a-week'; wide: boolean }
  | { do: 'undo' | 'make' | 'taken' | 'confirm' | 'cancel' | 'dismiss' }
  | { do: 'revoke-all'; host: number; wide: boolean }
  | { do: 'stop' | 'resume' | 'retry' | 'close' | 'continue' }
  | { do: 'erase'; anyway: boolean }
  /** A second popup presses what the first one did. */
  | { do: 'again' };

/** What happens to them. */
export type Trouble =
  | { fault: FaultName; method?: string; times: number; seconds: number }
  | { mishap: Mishap }
  | { oneWay: number }
  | { online: boolean }
  | { kill: number }
  | { end: 'kill' | 'restart' | 'update' }
  | { sleep: number }
  | { skew: number }
  | { refuse: 'local.set' | 'session.set' | 'local.get' | 'alarms.create' }
  | { allowed: boolean }
  | { signIn: 'normal' | 'raisa' }
  | { full: boolean }
  | { spoil: Spoil; which: number }
  | { pages: number; lastPage: Switches['lastPage'] }
  | { alarm: 'lost' | 'doubled' | 'late'; which: number }
  | { calm: true };

/** `then`: so many milliseconds pass before the next one. 0: two pages at once. */
export type Step = { act: Deed | Trouble; then: number };

/** Beside fabrikam: another organization, or a collection on a server of that version. */
const BESIDE = ['contoso', 'contoso', 'tfs2018', 'ads2019', 'ads2020', 'ads2022'] as const satisfies (
  | 'contoso'
  | ProfileName
)[];
/** The clocks go forward, or back, an hour or two after a story has begun; or do nothing of that kind. */
export const SEASONS = {
  summer: '2026-06-01T08:00:00Z',
  'clocks forward': '2026-03-28T23:30:00Z',
  'clocks back': '2026-10-24T23:30:00Z',
};
export type Story = { beside: (typeof BESIDE)[number]; season: keyof typeof SEASONS; steps: Step[] };

const host = fc.nat(1);
const pick = fc.nat(5);
const [SECOND, MINUTE, DAY] = [1_000, 60_000, 86_400_000];

const deeds: fc.WeightedArbitrary<Deed>[] = [
  { weight: 4, arbitrary: fc.record({ do: fc.constant('mint' as const), host }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('create' as const, 'refresh' as const), host }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('revoke' as const), host, pick }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('extend' as const, 'edit' as const), host, pick }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('rotate' as const),
      host,
      pick,
      keep: fc.constantFrom('until-confirmed' as const, 'for-a-day' as const, 'for-a-week' as const),
      wide: fc.boolean(),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constantFrom('undo', 'make', 'taken', 'taken', 'confirm', 'confirm', 'cancel', 'dismiss'),
    }) as fc.Arbitrary<Deed>,
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('revoke-all' as const), host, wide: fc.boolean() }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constantFrom('stop', 'resume', 'retry', 'close', 'continue') }) as fc.Arbitrary<Deed>,
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('remove' as const, 'add' as const), host }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('erase' as const), anyway: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('again' as const) }) },
];

/** Those that need no time of the machine's own clock, and leave the simulated one alone. */
const FAULTS = [
  'signedOut302',
  'signedOut203',
  'signedOut401',
  'signedOut401Bare',
  'html200',
  'notMember401',
  'conditionalAccess',
  'forbidden403',
  'originRefused403',
  'gateway403',
  'notFound404',
  'version400',
  'conflict409',
  'throttled429',
  'delayed200',
  'error500',
  'unavailable503',
  'reset',
  'lostReply',
  'truncatedJson',
  'bom',
  'providerMissing',
  'providerMissingNotApplied',
  'policyRefused',
  'identitySwitch',
  'createdTwice',
  'revokeIgnored',
] as const satisfies FaultName[];

const troubles: fc.WeightedArbitrary<Trouble>[] = [
  {
    weight: 16,
    arbitrary: fc.record(
      {
        fault: fc.constantFrom(...FAULTS),
        method: fc.constantFrom('GET', 'POST', 'DELETE'),
        times: fc.integer({ min: 1, max: 6 }),
        seconds: fc.constantFrom(0, 2, 70),
      },
      { requiredKeys: ['fault', 'times', 'seconds'] },
    ),
  },
  { weight: 3, arbitrary: fc.record({ mishap: fc.constantFrom<Mishap>('request-lost', 'answer-lost', 'resent') }) },
  { weight: 1, arbitrary: fc.record({ oneWay: fc.constantFrom(0, 400, 12_000, 60_000) }) },
  { weight: 1, arbitrary: fc.record({ online: fc.boolean() }) },
  { weight: 4, arbitrary: fc.record({ kill: fc.integer({ min: 1, max: 12 }) }) },
  { weight: 3, arbitrary: fc.record({ end: fc.constantFrom('kill' as const, 'restart' as const, 'update' as const) }) },
  { weight: 1, arbitrary: fc.record({ sleep: fc.constantFrom(MINUTE, DAY / 24, 10 * DAY) }) },
  { weight: 1, arbitrary: fc.record({ skew: fc.constantFrom(-10 * DAY, -DAY / 24, 0, DAY / 24, 10 * DAY) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      refuse: fc.constantFrom(
        'local.set' as const,
        'session.set' as const,
        'local.get' as const,
        'alarms.create' as const,
      ),
    }),
  },
  { weight: 1, arbitrary: fc.record({ allowed: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ signIn: fc.constantFrom('normal' as const, 'raisa' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      alarm: fc.constantFrom('lost' as const, 'doubled' as const, 'late' as const),
      which: fc.nat(5),
    }),
  },
  { weight: 1, arbitrary: fc.record({ full: fc.boolean() }) },
  {
    weight: 1,
    arbitrary: fc.record({ spoil: fc.constantFrom<Spoil>('torn', 'halved', 'corrupt', 'lost'), which: fc.nat(30) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      pages: fc.integer({ min: 1, max: 2 }),
      lastPage: fc.constantFrom<Switches['lastPage']>('zero', 'absent', 'minusOne', 'repeats'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ calm: fc.constant<true>(true) }) },
];

const then = fc.constantFrom(0, 0, 20, 60, 150, 600, 2 * SECOND, 6 * SECOND, MINUTE, 6 * MINUTE, DAY);

/** Every kind of trouble, as it is counted. `originRefused403` meets nothing but writes with another origin. */
export const KINDS: readonly string[] = [
  ...FAULTS,
  ...['request-lost', 'answer-lost', 'resent', 'latency', 'offline', 'kill at an await', 'second popup'],
  ...['end kill', 'end restart', 'end update', 'sleep', 'sleep of ten days', 'clock that jumps', 'full'],
  ...['refuse local.set', 'refuse session.set', 'refuse local.get', 'refuse alarms.create', 'permission taken'],
  ...['another account', 'alarm lost', 'alarm doubled', 'alarm late', 'clocks forward', 'clocks back'],
  ...['spoil torn', 'spoil halved', 'spoil corrupt', 'spoil lost'],
  ...['pages zero', 'pages absent', 'pages minusOne', 'pages repeats'],
];

/** What may happen in a browser over some days, in its order. */
export const stories: fc.Arbitrary<Story> = fc.record({
  beside: fc.constantFrom(...BESIDE),
  season: fc.constantFrom('summer' as const, 'summer' as const, 'clocks forward' as const, 'clocks back' as const),
  steps: fc.array(fc.record({ act: fc.oneof(...(deeds as fc.WeightedArbitrary<Step['act']>[]), ...troubles), then }), {
    minLength: 3,
    maxLength: 14,
  }),
});
