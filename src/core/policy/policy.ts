import * as z from 'zod/mini';
import { Days } from '../draft';
import { parseAddress } from '../hosts/address';
import { isBuiltIn } from '../purposes/purposes';
import { isRecipe } from '../recipes/ids';
import { REMIND_DAYS } from '../settings';

const isAddressOf = (kind: 'services' | 'server') => (text: string) => {
  const read = parseAddress(text);
  return read.ok && (read.value.kind === 'services') === (kind === 'services');
};

const address = (kind: 'services' | 'server') => z.string().check(z.refine(isAddressOf(kind)));
const presetId = z.string().check(z.refine(isBuiltIn));
const recipeId = z.string().check(z.refine(isRecipe));

/** Where a policy says a number, which has to be one, 0 stands for "never". */
const orNever = <const T extends number>(choices: readonly T[]) =>
  z.pipe(
    z.literal([0, ...choices]),
    z.transform((value) => (value === 0 ? null : (value as T))), // what is left of the line above
  );

/** Lists, of which one item that does not fit costs itself alone. */
const lists = {
  /** There from the start, and not to be removed. */
  organizations: address('services'),
  /** The same; the browser has to ask the user for leave before one is reached. */
  servers: address('server'),
  /** Of the purposes that come with Patina, these alone; without it, all. */
  purposesOffered: presetId,
  purposesForbidden: presetId,
  /** How many days before their ends tokens are spoken of at least. */
  remindDays: z.literal(REMIND_DAYS),
  /** Ids of what "Use with" shows; without it, all. */
  recipes: recipeId,
};

const values = {
  longestLifetimeDays: Days,
  forbidFullAccess: z.boolean(),
  forbidPlainHttp: z.boolean(),
  checkEveryHours: orNever([1, 6, 24]),
  clearClipboardSeconds: orNever([30, 60, 300]),
  /** Where a user can ask. */
  support: z.string().check(z.regex(/^(https:\/\/[^\s/]|mailto:[^\s@]+@)\S*$/)),
};

type Lists = { -readonly [K in keyof typeof lists]?: z.output<(typeof lists)[K]>[] };
type Values = { -readonly [K in keyof typeof values]?: z.output<(typeof values)[K]> };

/** What an administrator has decided for the users of this browser. What is not in it is theirs to decide. */
export type Policy = Lists & Values;

export type PolicyRead = {
  policy: Policy;
  /** What was given and does not fit, or is not known, by its name: the rest counts all the same. */
  ignored: string[];
};

export const NO_POLICY: PolicyRead = { policy: {}, ignored: [] };

/** Everything that a policy can say. */
export const POLICY_NAMES = [...Object.keys(lists), ...Object.keys(values)];

type Read = { value?: unknown; isWhole: boolean };

function readList(item: z.ZodMiniType, given: unknown): Read {
  if (!Array.isArray(given)) return { isWhole: false };
  const fitting = given.flatMap((each) => {
    const read = item.safeParse(each);
    return read.success ? [read.data] : [];
  });
  return { value: fitting, isWhole: fitting.length === given.length };
}

function readValue(schema: z.ZodMiniType, given: unknown): Read {
  const read = schema.safeParse(given);
  return read.success ? { value: read.data, isWhole: true } : { isWhole: false };
}

function readOne(name: string, given: unknown): Read {
  if (name in lists) return readList(lists[name as keyof typeof lists], given);
  return name in values ? readValue(values[name as keyof typeof values], given) : { isWhole: false };
}

/** Reads what the browser was given. A list of which nothing fits says nothing: it must not come to forbid everything. */
export function readPolicy(given: Readonly<Record<string, unknown>>): PolicyRead {
  const read = Object.entries(given).map(([name, each]) => ({ name, each, ...readOne(name, each) }));
  const saysNothing = ({ each, value }: (typeof read)[number]) =>
    value === undefined || (Array.isArray(value) && value.length === 0 && Array.isArray(each) && each.length > 0);
  const said = read.filter((each) => !saysNothing(each)).map(({ name, value }) => [name, value]);
  return {
    policy: Object.fromEntries(said) as Policy, // each by the schema of its name
    ignored: read.filter(({ isWhole }) => !isWhole).map(({ name }) => name),
  };
}
