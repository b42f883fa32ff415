import type { Agenda, SignedOut } from '../../core/reminders/agenda';
import { countOf } from '../../core/reminders/badge';
import { withoutGone } from '../../core/reminders/gone';
import { notificationName } from '../../core/reminders/notification-name';
import { type Look, look, nextInstant } from '../../core/reminders/reminder';
import { LONG_SIGNED_OUT, longSignedOut } from '../../core/reminders/signed-out';
import { isOf, type Telling } from '../../core/reminders/telling';
import { NOTHING_TOLD, type Reminders } from '../../core/reminders/told';
import { given, settled } from '../../core/reminders/told-of';
import { type Known, watchedIn } from '../../core/reminders/watched';
import type { Settings } from '../../core/settings';
import { keepAlarm } from '../../platform/alarm';
import { stored } from '../../platform/stored';
import { REMIND } from '../alarm-names';
import { forgetAgenda } from './agenda';
import { restoreBadge, showBadge } from './badge';
import { tellOfEnded } from './ended-elsewhere';
import { everythingKnown } from './known';
import { namesShown, notify } from './notifications';
import { inOrder } from './queue';
import { tellOfStrangers } from './strangers';
import { reminderWords } from './words';

type All = { known: Known[]; settings: Settings; signedOut: SignedOut[]; now: number };

async function everything(): Promise<All> {
  const [known, settings, signedOut] = await Promise.all([
    everythingKnown(),
    stored.settings.get(),
    stored.signedOut.get(),
  ]);
  return { known, settings, signedOut, now: Date.now() };
}

/** Decides what is to be told, and writes it down before anybody is told. */
async function decide({ known, settings, now }: All): Promise<Look> {
  const shown = await namesShown();
  const has = (telling: Telling) => shown.has(notificationName('reminder', telling));
  let decided: Look = { reminders: NOTHING_TOLD, tellings: [] };
  await stored.reminders.update((before) => {
    const told = withoutGone(settled(before.told, has), known, now);
    decided = look({ ...before, told }, watchedIn(known, settings), { days: settings.remindDays, now });
    return decided.reminders;
  });
  return decided;
}

/** Answers whether the browser took it. What it did not take stays open, and is decided on anew at the next look. */
async function notifyOfEnds(telling: Telling, { told }: Reminders, { known, settings, now }: All): Promise<boolean> {
  const about = told.filter(isOf(telling));
  const host = known.find((each) => each.host.id === telling.hostId)?.host.name ?? '';
  const words = reminderWords(
    { about, tokens: watchedIn(known, settings), host, now },
    settings.showNamesInNotifications,
  );
  if (!(await notify('reminder', telling, words))) return false;
  await stored.reminders.update((kept) => ({
    ...kept,
    told: kept.told.map((each) => (isOf(telling)(each) ? given(each) : each)),
  }));
  return true;
}

function agendaAt({ known, settings, signedOut, now }: All, reminders: Reminders): Agenda {
  const [tokens, at] = [watchedIn(known, settings), { days: settings.remindDays, now }];
  // Where nobody was ever signed in, nobody is signed out.
  const names = new Map(known.flatMap(({ host }) => (host.identity ? [[host.id, host.name]] : [])));
  const comes = signedOut.map(({ since }) => since + LONG_SIGNED_OUT).filter((instant) => instant > now);
  return {
    from: now,
    until: Math.min(nextInstant(reminders, tokens, at), ...comes),
    count: countOf(tokens, reminders.told, at),
    signedOut: longSignedOut(signedOut, settings.onDemand, now).flatMap(({ hostId }) => names.get(hostId) ?? []),
  };
}

async function lookNow(): Promise<void> {
  await forgetAgenda(); // a worker that is ended from here on looks anew at its next start
  const all = await everything();
  const { reminders, tellings } = await decide(all);
  const taken = await Promise.all(tellings.map((telling) => notifyOfEnds(telling, reminders, all)));
  await tellOfStrangers(all.known);
  await tellOfEnded(all.known);
  const agenda = agendaAt(all, await stored.reminders.get());
  await showBadge(agenda);
  if (taken.every((each) => each)) await stored.agenda.set(agenda);
  await keepAlarm(REMIND, agenda.until);
}

/** A look that has not begun yet: it will see whatever there is by then, so nobody needs another one. */
let waiting: Promise<void> | undefined;

/** Looks at all tokens: tells of those that are due, counts them, and sets the alarm for the next look. */
export function lookAtTokens(): Promise<void> {
  const begin = () => {
    waiting = undefined;
    return lookNow();
  };
  waiting ??= inOrder(begin);
  return waiting;
}

/** The same if something can have changed by now; if not, no token is looked at. */
export const remind = (): Promise<void> =>
  inOrder(async () => {
    const [agenda, now] = [await stored.agenda.get(), Date.now()];
    if (agenda === null || now < agenda.from || now >= agenda.until) return await lookNow();
    await restoreBadge(agenda);
    await keepAlarm(REMIND, agenda.until);
  });
