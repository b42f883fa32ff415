import { LONGEST_TEXT } from '../../core/doctor/find';
import type { Month } from '../../core/doctor/form';
import { leastScopeOf } from '../../core/doctor/reads';
import { isRefusal } from '../../core/doctor/rounds';
import { listInWords } from '../../platform/in-words/sequence';
import { message as m, wordsFor } from '../../platform/message';
import { perLanguage } from '../../platform/words';
import type { AskedHost, Examined } from '../on-screen';
import { failureText } from './failures';

type Found = Examined['found'];

const months = perLanguage((of) => new Intl.DateTimeFormat(of, { year: 'numeric', month: 'long', timeZone: 'UTC' }));

function monthInWords({ year, month }: Month): string {
  return months().format(Date.UTC(year, month - 1));
}

const numbers = perLanguage((of) => new Intl.NumberFormat(of));

export const tooLongInWords = () => m('doctor_too_long', numbers().format(LONGEST_TEXT));

/** What something is, in a few words. */
export function kindInWords(found: Found): string {
  if (found.kind === 'other') return wordsFor('system', found.system);
  return m(found.kind === 'broken' ? 'found_broken' : 'found_token');
}

/** Where in the text it stands. */
export const placeInWords = ({ line, inBase64 }: Found) =>
  m(inBase64 ? 'found_line_base64' : 'found_line', String(line));

/** What its form tells, as sentences. */
export function formInWords(found: Found): string[] {
  if (found.kind === 'other') return [m('found_foreign')];
  if (found.kind === 'broken') return [m(`form_${found.form}`), wordsFor('fault', found.fault)];
  const { form, made, doubt } = found;
  const what = form === 'current' && made ? m('form_current_made', monthInWords(made)) : m(`form_${form}`);
  return [what, doubt ? m(`doubt_${doubt}`) : m('check_fits')];
}

const namesOf = (asked: readonly AskedHost[]) => listInWords(asked.map(({ host }) => host.name));

/** Where it works, as whom, and what all others have said; a name that works in several places is told once. */
export function worksInWords({ asked, isDone }: Examined, now: number): { works: string[]; not: string[] } {
  const taken = asked.flatMap(({ host, answer }) => (answer?.ok ? [{ host, answer, name: answer.value.name }] : []));
  const names = [...new Set(taken.map(({ name }) => name))];
  const works = names.map((name) => m('works_in', namesOf(taken.filter((each) => each.name === name)), name));
  const failed = asked.flatMap(({ host, answer }) => (answer && !answer.ok ? [{ host, answer, ...answer }] : []));
  const refused = failed.filter(({ failure }) => isRefusal(failure));
  const others = failed.filter(({ failure }) => !isRefusal(failure));
  const why = others.map(({ host: { name }, failure }) =>
    m('not_asked_at', name, failureText(failure, { host: name, now })),
  );
  const nowhere = m(others.length > 0 ? 'works_unknown' : 'works_nowhere');
  const isNowhere = isDone && taken.length === 0 && asked.length > 0;
  const by = refused.length > 0 ? [m('refused_by', namesOf(refused))] : [];
  return { works, not: [...(isNowhere ? [nowhere] : []), ...by, ...why] };
}

type Looked = {
  says: 'can_read' | 'can_read_nothing' | 'cannot_read' | 'not_known';
  scopes: { scope: string; words: string }[];
};

/** What it may read, and what it may not: each area with the least scope that lets it in. */
export function looksOf({ looks, isDone }: Examined): Looked[] {
  if (looks.length === 0) return [];
  const areas = (...wanted: string[]) =>
    looks
      .filter(({ look }) => wanted.includes(look))
      .map(({ area }) => ({ scope: leastScopeOf(area), words: wordsFor('area', area) }));
  const [can, cannot, unknown] = [areas('open'), areas('closed', 'refused'), areas('unknown')];
  const all: Looked[] = [
    { says: 'can_read', scopes: can },
    { says: 'cannot_read', scopes: cannot },
    { says: 'not_known', scopes: unknown },
  ];
  // Where something is not known, it may be that.
  const isNothing = can.length === 0 && unknown.length === 0 && isDone;
  const none: Looked[] = isNothing ? [{ says: 'can_read_nothing', scopes: [] }] : [];
  return [...none, ...all.filter(({ scopes }) => scopes.length > 0)];
}
