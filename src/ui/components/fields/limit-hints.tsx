import { endOf, type Lifetime } from '../../../core/draft';
import { DAY } from '../../../core/duration';
import type { KnownHost } from '../../../core/host';
import {
  longestDays,
  neverEndsInTime,
  type RefusedBefore,
  refusedBefore,
  roundingOn,
} from '../../../core/minting/expectation';
import type { Believed } from '../../../core/minting/limits';
import { isFullAccess } from '../../../core/scopes/full-access';
import { daysInWords } from '../../../platform/in-words/days';
import { recentDayInWords } from '../../../platform/in-words/expected';
import { message as m } from '../../../platform/message';

type Known = { host: KnownHost; limits: Believed };

/** Which lifetimes an administrator, or the host before, did not grant: the strictest answer, where there were several. */
function lifetimeSentence({ host, limits: { cut, tooLong, decided } }: Known): string | undefined {
  const longest = decided?.longestDays;
  // Of days that are too long already fewer are granted than are decided.
  if (longest !== undefined && longest <= (cut?.days ?? longest) && longest < (tooLong?.days ?? longest + 1))
    return m('decided_longest', daysInWords(longest));
  if (tooLong && tooLong.days <= (cut?.days ?? Number.POSITIVE_INFINITY))
    return m('limit_too_long', host.name, daysInWords(tooLong.days), recentDayInWords(tooLong.at));
  return cut ? m('limit_cut', host.name, daysInWords(cut.days), recentDayInWords(cut.at)) : undefined;
}

/** What the host is known, or can be expected, to make of a lifetime. */
export function LifetimeHints({ lifetime, ...known }: Known & { lifetime: Lifetime }) {
  if (neverEndsInTime(known.limits)) return <p class="hint warning">{m('fail_decided_no_lifetime')}</p>;
  const days = (endOf(lifetime, Date.now()) - Date.now()) / DAY;
  const sentence = lifetimeSentence(known);
  const rounding = roundingOn(known.host, known.limits);
  return (
    <>
      {sentence && <p class={days > longestDays(known.limits) ? 'hint warning' : 'hint'}>{sentence}</p>}
      {rounding !== 'none' && <p class="hint">{m(rounding === 'up' ? 'limit_rounds' : 'limit_may_round')}</p>}
    </>
  );
}

/** What the checkbox for full access says beside itself, where it was refused before. */
export function fullAccessHint({ host, limits: { fullAccess, decided } }: Known): string | undefined {
  if (decided?.noFullAccess) return m('decided_no_full_access');
  return fullAccess ? m('limit_full_access', host.name, recentDayInWords(fullAccess.at)) : undefined;
}

/** The same where it is no choice: what takes a token's place has its scopes. */
export function FullAccessHint({ scopes, ...known }: Known & { scopes: readonly string[] }) {
  const hint = scopes.some(isFullAccess) && fullAccessHint(known);
  return hint ? <p class="hint warning">{hint}</p> : null;
}

const texts = {
  creation: 'limit_creation',
  'packages-only': 'limit_packages_only',
} as const satisfies Record<Exclude<RefusedBefore['rule'], 'full-access'>, string>;

/** That a token with such scopes was refused before, whatever its scopes, or but for packages; and what to do. */
export function RefusedHint({ scopes, host, limits }: Known & { scopes: string[] }) {
  const before = refusedBefore(limits, scopes);
  if (!before || before.rule === 'full-access') return null;
  return <p class="hint warning">{m(texts[before.rule], host.name, recentDayInWords(before.at))}</p>;
}
