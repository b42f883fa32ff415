import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { FABRIKAM } from '../../../../gallery/fixtures/hosts';
import { NOW } from '../../../../gallery/fixtures/now';
import { limitsAt } from '../../../core/minting/expectation';
import { daysInWords } from '../../../platform/in-words/days';
import { recentDayInWords } from '../../../platform/in-words/expected';
import { message as m } from '../../../platform/message';
import { LifetimeHints } from './limit-hints';

const free = limitsAt(null, '', NOW);

/** `decided` and `cut` are what there is at most; `tooLong` is more than that. */
test.each([
  [{ decided: 30, cut: 60, tooLong: 90 }, 'decided'],
  [{ decided: 30, cut: 30, tooLong: 90 }, 'decided'],
  [{ decided: 30, cut: 60, tooLong: 30 }, 'tooLong'],
  [{ decided: 90, cut: 60, tooLong: 30 }, 'tooLong'],
  [{ decided: 90, cut: 30, tooLong: 60 }, 'cut'],
  [{ cut: 30, tooLong: 60 }, 'cut'],
  [{ cut: 30, tooLong: 30 }, 'tooLong'],
  [{ cut: 60, tooLong: 30 }, 'tooLong'],
  [{ decided: 30 }, 'decided'],
  [{ cut: 30 }, 'cut'],
  [{ tooLong: 30 }, 'tooLong'],
] as const)('of several limits the strictest is told: %j', (given, told) => {
  const { decided, cut, tooLong }: { decided?: number; cut?: number; tooLong?: number } = given;
  const limits = {
    ...free,
    cut: cut === undefined ? null : { days: cut, at: NOW },
    tooLong: tooLong === undefined ? null : { days: tooLong, at: NOW },
    ...(decided !== undefined && { decided: { longestDays: decided } }),
  };
  const learned = [FABRIKAM.name, daysInWords(30), recentDayInWords(NOW)] as const;
  const sentences = {
    decided: m('decided_longest', daysInWords(30)),
    cut: m('limit_cut', ...learned),
    tooLong: m('limit_too_long', ...learned),
  };
  const seen = renderToString(h(LifetimeHints, { host: FABRIKAM, limits, lifetime: { days: 365 } }));
  const isTold = (which: keyof typeof sentences) => seen.includes(sentences[which]);
  expect((['decided', 'cut', 'tooLong'] as const).filter(isTold)).toEqual([told]);
});
