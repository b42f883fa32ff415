import * as z from 'zod/mini';
import { fittingList } from './fitting';
import { HostId } from './host';
import { fromBareIds, Kept } from './kept';
import { LANGUAGE_IDS } from './languages';
import { SHOW } from './overview/token-filter';
import { OTHER_WAYS } from './purposes/other-ways';

/** How many days before its end a token can be spoken of; 0 is its end itself. */
export const REMIND_DAYS = [30, 14, 7, 3, 1, 0] as const;
export type RemindDay = (typeof REMIND_DAYS)[number];

const USUAL_DAYS: RemindDay[] = [14, 7, 1, 0];

/** How long the user's machine or note may be in the names of tokens. */
export const LONGEST_NOTE = 30;

const inOrder = (days: RemindDay[]) => REMIND_DAYS.filter((day) => days.includes(day));

/** What the user has chosen. A field that does not fit has its default, and the others stay as they are. */
export const Settings = z.object({
  /** Longest first, each once. None at all means no reminders. */
  remindDays: z.catch(z.array(z.literal(REMIND_DAYS)).check(z.overwrite(inOrder)), () => [...USUAL_DAYS]),
  showNamesInNotifications: z.catch(z.boolean(), false),
  /** `null` is never. */
  clearClipboardSeconds: z.catch(z.literal([30, 60, 300, null]), 60),
  /** `null` is only when the popup is opened. */
  checkEveryHours: z.catch(z.literal([1, 6, 24, null]), 6),
  /** Servers on plain http on which the user allows minting. */
  insecureMinting: z.catch(fittingList(HostId), () => []),
  /** Tokens that "revoke all" leaves alone. One that does not fit must not take the protection from the others. */
  neverRevoke: z.catch(fittingList(Kept), () => []),
  /** Whether to speak of the ends of tokens that tools make for themselves, and make anew. */
  remindOfRenewed: z.catch(z.boolean(), false),
  /** Hosts that the user signs in to only when they need it: that nobody is signed in there is no news. */
  onDemand: z.catch(fittingList(HostId), () => []),
  includeTokenIds: z.catch(z.boolean(), false),
  /** Which tokens the list showed last. */
  show: z.catch(z.enum(SHOW), 'active'),
  /** Whether a letter or digit alone may press something: who dictates, or hits keys by chance, can switch it off. */
  singleKeys: z.catch(z.boolean(), true),
  /** Ways without a token that the user has heard of. */
  silenced: z.catch(fittingList(z.enum(OTHER_WAYS)), () => []),
  /** In which language Patina speaks. */
  language: z.catch(z.enum(['browser', ...LANGUAGE_IDS]), 'browser'),
  /** Whether these choices, and the user's own purposes, go to their other browsers. */
  roam: z.catch(z.boolean(), false),
  /** Whether organizations may be named in what goes there. */
  roamNames: z.catch(z.boolean(), false),
  /** The user's machine or note, for the names of tokens. */
  nameNote: z.catch(z.string().check(z.overwrite((note) => [...note.trim()].slice(0, LONGEST_NOTE).join(''))), ''),
});
export type Settings = z.output<typeof Settings>;

export const DEFAULT_SETTINGS: Settings = Settings.parse({});

/**
 * What is the same person's wherever they are, and can go to another browser of theirs. The others are about this machine,
 * or name tokens, accounts or organizations.
 */
export const PORTABLE = [
  'remindDays',
  'showNamesInNotifications',
  'clearClipboardSeconds',
  'checkEveryHours',
  'remindOfRenewed',
  'includeTokenIds',
  'singleKeys',
  'silenced',
] as const satisfies (keyof Settings)[];
export type Portable = (typeof PORTABLE)[number];

/** The settings with another value of that name; `null` where it is no such value. */
export function withSetting(settings: Settings, name: Portable, value: unknown): Settings | null {
  const changed = Settings.parse({ ...settings, [name]: value });
  return JSON.stringify(changed[name]) === JSON.stringify(value) ? changed : null;
}

/** Version 1 had the ids of tokens alone. */
export const WithBareIds = z.looseObject({});
export const withHosts = (older: z.output<typeof WithBareIds>) =>
  Array.isArray(older.neverRevoke) ? { ...older, neverRevoke: fromBareIds(older.neverRevoke) } : older;

/** The same when a host is forgotten: if it is added again, it is as new, and the user is asked again whether to mint there. */
export function withoutLeave(settings: Settings, hostId: HostId): Settings {
  const others = (ids: HostId[]) => ids.filter((id) => id !== hostId);
  return {
    ...settings,
    insecureMinting: others(settings.insecureMinting),
    onDemand: others(settings.onDemand),
    neverRevoke: settings.neverRevoke.filter((each) => each.hostId !== hostId),
  };
}
