import { ALL_HOSTS } from '../../core/all-hosts';
import { type Front, type FrontScreen, mintKey, type WordlessScreen, wordsKey } from '../../core/front/front';
import { type KnownList, screenOf } from '../../core/front/screen';
import type { HostId, KnownHost } from '../../core/host';
import { limitsAt } from '../../core/minting/expectation';
import type { Limits } from '../../core/minting/limits';
import { limitsUnder } from '../../core/policy/held';
import type { Policy } from '../../core/policy/policy';
import type { Purpose } from '../../core/purposes/purpose';
import { pinnedPurposes, servesOn } from '../../core/purposes/purposes';
import { endingWithin, type OtherAccount } from '../../core/reminders/other-account';
import { longSignedOut } from '../../core/reminders/signed-out';
import { productOf } from '../../core/scopes/product';
import { isOfSignedIn } from '../../core/strangers/ended-elsewhere';
import { FRONT, frontKey, frontStamp } from '../../platform/front-keys';
import { askedInWords, mintInWords } from '../../platform/in-words/expected';
import { named } from '../../platform/in-words/purposes';
import { scopesInWords } from '../../platform/in-words/scopes';
import { whoText } from '../../platform/in-words/who';
import { policyNow } from '../../platform/policy';
import { getTogether } from '../../platform/storage-item';
import { stored } from '../../platform/stored';
import { asides } from '../../platform/stored-asides';

/** Whether anything waits for the user beside the list, on whatever host: then the popup takes the long way. */
async function isAnythingBeside(hosts: readonly KnownHost[]): Promise<boolean> {
  const [[settings, signedOut, intents, ended, strangers, local, ...lists], session, others] = await Promise.all([
    getTogether(
      ...([stored.settings, stored.signedOut, stored.intents, stored.endedElsewhere] as const),
      ...([stored.strangers, asides.local, stored.revokes, stored.rotations] as const),
    ),
    asides.session.get(),
    getTogether(...hosts.map(({ id }) => stored.otherAccounts(id))),
  ]);
  const [now, days] = [Date.now(), Math.max(0, ...settings.remindDays)];
  const isEnding = ({ identity }: KnownHost, accounts: readonly OtherAccount[] = []) =>
    accounts.some((each) => each.identity.id !== identity?.id && endingWithin(each, days, now) > 0);
  return (
    lists.some((all) => all.length > 0) ||
    [...ended, ...strangers].some((each) => isOfSignedIn(hosts, each)) ||
    intents.some(({ strayIds }) => strayIds.length > 0) ||
    [...local, ...session].some(({ told }) => !told) ||
    longSignedOut(signedOut, settings.onDemand, now).length > 0 ||
    hosts.some((host, index) => isEnding(host, others[index]))
  );
}

/** What it was found to allow, too. */
type Known = KnownList & { limits: Limits | null };

/** What is stored of a host; nothing where its list is in memory only, or where it is to be said what it lacks. */
async function knownOf(host: KnownHost): Promise<Known | null> {
  const [reading, unsaved, [doors, limits]] = await Promise.all([
    stored.reading(host.id).get(),
    stored.unsaved(host.id).get(),
    getTogether(stored.doors(host.id), stored.limits(host.id)),
  ]);
  return unsaved.snapshot || reading.snapshot?.onlyMadeHere ? null : { host, reading, doors, limits };
}

function wordsOf({ tokens, globals, pinned }: WordlessScreen): FrontScreen['words'] {
  const all = [...[...tokens, ...globals].map(({ token }) => token), ...pinned];
  const scopes = all.flatMap((each) => [each.scopes, ...each.scopes.map((scope) => [scope])]);
  return Object.fromEntries(scopes.map((each) => [wordsKey(each), scopesInWords(each)]));
}

function mintsOf(known: readonly Known[], pinned: readonly Purpose[], policy: Policy): FrontScreen['mints'] {
  const words = known.flatMap(({ host, limits }) => {
    const believed = limitsUnder(policy, limitsAt(limits, host.identity?.id ?? '', Date.now()));
    return pinned.map((each) => [mintKey(each.id, host.id), mintInWords(each, host, believed)]);
  });
  const asked = pinned.map((each) => [mintKey(each.id, ''), askedInWords(each)]);
  return Object.fromEntries([...words, ...asked]);
}

/** Makes the screens of some hosts, as they are now. */
async function screensBy(known: ReadonlyMap<HostId, Known | null>) {
  const [[settings, purposes], { policy }] = await Promise.all([
    getTogether(stored.settings, stored.purposes),
    policyNow(),
  ]);
  return (hosts: readonly KnownHost[], first: KnownHost): FrontScreen | null => {
    const lists = hosts.flatMap(({ id }) => known.get(id) ?? []);
    if (lists.length !== hosts.length) return null;
    const pinned = pinnedPurposes(purposes)
      .filter(servesOn(productOf(first)))
      .map(named);
    const screen = screenOf(lists, { show: settings.show, pinned, localNow: Date.now() });
    if (screen === null) return null;
    const who = whoText(hosts.map((host) => ({ host, failure: null }))); // with a failure there is no such screen
    return { ...screen, who, words: wordsOf(screen), mints: mintsOf(lists, pinned, policy) };
  };
}

async function frontBy(hosts: KnownHost[], of: Awaited<ReturnType<typeof screensBy>>): Promise<Front | null> {
  const [{ show, singleKeys }, chosen] = await getTogether(stored.settings, stored.chosenHost);
  const first = hosts.find(({ id }) => id === chosen) ?? hosts[0];
  if (!first) return null;
  const isAll = chosen === ALL_HOSTS && hosts.length > 1;
  const screen = of(isAll ? hosts : [first], first);
  return screen && { stamp: frontStamp(), hosts, chosen: isAll ? ALL_HOSTS : first.id, show, singleKeys, screen };
}

/**
 * What the popup shows first, by the keys that it is stored under: the list of the chosen host, and that of each other
 * one. `undefined` where the popup takes the long way.
 */
export async function makeFronts(): Promise<Record<string, unknown>> {
  const hosts = await stored.hosts.get();
  const none = { [FRONT]: undefined, ...Object.fromEntries(hosts.map(({ id }) => [frontKey(id), undefined])) };
  if (hosts.length === 0 || (await isAnythingBeside(hosts))) return none;
  const known = new Map(await Promise.all(hosts.map(async (host) => [host.id, await knownOf(host)] as const)));
  const of = await screensBy(known);
  const front = await frontBy(hosts, of);
  const others = hosts.filter(({ id }) => front !== null && front.chosen !== id && front.chosen !== ALL_HOSTS);
  const elsewhere = others.map((host) => {
    const screen = of([host], host);
    return [frontKey(host.id), screen ? { stamp: frontStamp(), screen } : undefined] as const;
  });
  return { ...none, [FRONT]: front ?? undefined, ...Object.fromEntries(elsewhere) };
}
