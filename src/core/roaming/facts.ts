import { isPurposeNameTaken, MAX_OWN, withPurpose } from '../purposes/changes';
import { isSameName, nameFault } from '../purposes/name';
import { Purpose } from '../purposes/purpose';
import { FIRST_PURPOSES, isBuiltIn, Purposes } from '../purposes/purposes';
import { mayManage } from '../scopes/reach';
import { DEFAULT_SETTINGS, PORTABLE, Settings, withSetting } from '../settings';
import { type Entries, type Facts, isSame } from './entry';
import { allowedHere, ON_DEMAND, onDemandName } from './named';

/** What a user has chosen, as far as it is about all of their browsers. */
export type Choices = { settings: Settings; purposes: Purposes };

/** What keeps some of it here: what an administrator has decided is no choice of the user's. */
export type Kept = {
  decided: readonly (keyof Settings)[];
  /** The names of the purposes that come with Patina: nobody shall find other scopes behind one of them. */
  reserved: readonly string[];
  /** The organizations that are known here: of no other one a name is taken, kept or sent. */
  hosts: readonly string[];
};

const PURPOSE = 'purpose:';

const roaming = ({ decided }: Pick<Kept, 'decided'>) => PORTABLE.filter((name) => !decided.includes(name));

/** `null` for what was there before and is not any more. */
function gone(before: Facts, prefix: string, there: readonly string[]): [string, null][] {
  const names = Object.keys(before).filter((name) => name.startsWith(prefix) && !there.includes(name));
  return names.map((name) => [name, null]);
}

/** All that roams of these choices, beside what did before. Organizations are named only where the user wants that. */
export function factsOf({ settings, purposes }: Choices, kept: Kept, before: Facts = {}): Facts {
  const own = purposes.own.map((each) => [`${PURPOSE}${each.id}`, each] as const);
  const there: readonly string[] = settings.onDemand;
  const known = settings.roamNames ? kept.hosts : [];
  const onDemand = known.flatMap((hostId) => {
    const [name, isThere] = [onDemandName(hostId), there.includes(hostId)];
    return isThere || name in before ? [[name, isThere || null] as const] : [];
  });
  return Object.fromEntries([
    ...roaming(kept).map((name) => [name, settings[name]] as const),
    ...own,
    ...gone(
      before,
      PURPOSE,
      own.map(([name]) => name),
    ),
    ['pinned', purposes.pinned],
    ['order', purposes.order],
    ...onDemand,
  ]);
}

/** What nobody has chosen: a browser that is new does not take the place of what another one has. */
export const NO_CHOICE: Facts = factsOf(
  { settings: DEFAULT_SETTINGS, purposes: FIRST_PURPOSES },
  { decided: [], reserved: [], hosts: [] },
);

/** Whether it can be one of the user's own here. */
function isOwnPurpose({ id, name }: Purpose, { reserved }: Kept): boolean {
  return !isBuiltIn(id) && nameFault(name) === null && !reserved.some((each) => isSameName(each, name));
}

function withPurposeFact(purposes: Purposes, id: string, value: unknown, kept: Kept): Purposes {
  const others = purposes.own.filter((each) => each.id !== id);
  if (value === null) return { ...purposes, own: others };
  const read = Purpose.safeParse(value);
  const isTooMany = others.length >= MAX_OWN;
  if (!read.success || read.data.id !== id || isTooMany || !isOwnPurpose(read.data, kept)) return purposes;
  if (isPurposeNameTaken(others, read.data)) return purposes;
  return withPurpose(purposes, read.data);
}

function withList(purposes: Purposes, name: 'pinned' | 'order', value: unknown): Purposes {
  const read = Purposes.shape[name].safeParse(value);
  return read.success && isSame(read.data, value) ? { ...purposes, [name]: read.data } : purposes;
}

function withOnDemand(settings: Settings, hostId: string, value: unknown): Settings {
  const others = settings.onDemand.filter((each) => each !== hostId);
  if (value === null) return { ...settings, onDemand: others };
  return { ...settings, onDemand: Settings.shape.onDemand.parse([...others, hostId]) };
}

function withFact(choices: Choices, name: string, value: unknown, kept: Kept): Choices {
  const { settings, purposes } = choices;
  const setting = roaming(kept).find((each) => each === name);
  if (setting) return { settings: withSetting(settings, setting, value) ?? settings, purposes };
  if (name === 'pinned' || name === 'order') return { settings, purposes: withList(purposes, name, value) };
  if (name.startsWith(PURPOSE))
    return { settings, purposes: withPurposeFact(purposes, name.slice(PURPOSE.length), value, kept) };
  if (name.startsWith(ON_DEMAND))
    return { settings: withOnDemand(settings, name.slice(ON_DEMAND.length), value), purposes };
  return choices;
}

/** A press of a digit mints at once: what may manage is pinned only where the user has pinned it here, as it is. */
function withSeenPins(before: Purposes, after: Purposes): Purposes {
  const isSeen = (one: Purpose) => before.pinned.includes(one.id) && before.own.some((each) => isSame(each, one));
  const unseen = after.own.filter((each) => mayManage(each.scopes) && !isSeen(each)).map(({ id }) => id);
  return { ...after, pinned: after.pinned.filter((id) => !unseen.includes(id)) };
}

/** The choices with what has come from another browser. What does not fit, or is not known here, changes nothing. */
export function withEntries(choices: Choices, entries: Entries, kept: Kept): Choices {
  const all = Object.entries(allowedHere(entries, choices.settings, kept.hosts));
  // Twice: a name that one of them takes may have become free by one behind it.
  const { settings, purposes } = [...all, ...all].reduce(
    (each, [name, { value }]) => withFact(each, name, value, kept),
    choices,
  );
  return { settings, purposes: withSeenPins(choices.purposes, purposes) };
}
