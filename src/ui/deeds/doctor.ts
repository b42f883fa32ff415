import { call } from '../../contract/call';
import { likely } from '../../core/doctor/match';
import { readsOf } from '../../core/doctor/reads';
import { concerned, isRefusal, roundsOf } from '../../core/doctor/rounds';
import type { KnownHost } from '../../core/host';
import { placedKey } from '../../core/names/placed';
import type { AskedHost, Examined } from '../on-screen';
import { learn, show, turn } from '../stores/doctor';
import { hosts } from '../stores/hosts';
import { everyRow, rowsNamed } from '../stores/readings';

/** One of the tokens that were found, in the turn in which it was. */
type Patient = { index: number; turn: number; secret: string };

/** Nothing more is asked for one that is forgotten. */
const isThere = (patient: Patient) => patient.turn === turn.value;

function note(patient: Patient, change: (one: Examined) => Examined): void {
  if (isThere(patient)) learn(patient.index, change);
}

async function ask(patient: Patient, host: KnownHost): Promise<AskedHost> {
  const told = (at: AskedHost) =>
    note(patient, (one) => ({ ...one, asked: [...one.asked.filter((each) => each.host !== host), at] }));
  told({ host, answer: null });
  const asked = { host, answer: await call('doctor.ask', { hostId: host.id, secret: patient.secret }) };
  told(asked);
  return asked;
}

/** Asks whose it is, round by round until somebody takes it, or may do so. */
async function askRounds(patient: Patient, among: readonly KnownHost[]): Promise<AskedHost[]> {
  for (const round of roundsOf(among)) {
    if (!isThere(patient)) break;
    const asked = await Promise.all(round.map((host) => ask(patient, host)));
    const open = asked.filter(({ answer }) => answer?.ok !== false || !isRefusal(answer.failure));
    if (open.length > 0) return open.filter(({ answer }) => answer?.ok);
  }
  return [];
}

/**
 * Asks for one area after the other what it may read, at one host: its scopes are the same everywhere. What a server's
 * pause keeps from being asked is not known, and is said to be.
 */
async function lookAround(patient: Patient, { host, answer }: AskedHost): Promise<void> {
  if (!answer?.ok) return;
  const by = { hostId: host.id, secret: patient.secret, user: answer.value.id };
  for (const { area } of readsOf(host.kind)) {
    if (!isThere(patient)) return;
    const seen = await call('doctor.look', { ...by, area });
    const look = { area, look: seen.ok ? seen.value : ('unknown' as const) };
    note(patient, (one) => ({ ...one, looks: [...one.looks, look] }));
  }
}

/** What is known of it, held against the lists. */
function compared(one: Examined, taken: AskedHost[]): Examined {
  const { found, looks } = one;
  const works = taken.flatMap(({ host, answer }) => (answer?.ok ? [{ ...host, user: answer.value.id }] : []));
  const [first] = works;
  if (!first || found.kind !== 'token') return { ...one, isDone: true };
  const scopes = (wanted: 'open' | 'closed') =>
    readsOf(first.kind).filter(({ area }) => looks.some((each) => each.area === area && each.look === wanted));
  const seen = {
    works,
    open: scopes('open').map(({ scope }) => scope),
    closed: scopes('closed').map(({ scope }) => scope),
    made: found.made,
  };
  return { ...one, likely: likely(everyRow(), seen), isDone: true };
}

async function examineOne(patient: Patient): Promise<void> {
  const known = await call('doctor.recognize', { secret: patient.secret });
  const placed = known.ok ? known.value : null;
  const [row = null] = placed ? rowsNamed([placedKey(placed)]) : [];
  if (placed) note(patient, (one) => ({ ...one, sure: { row } }));
  const taken = await askRounds(patient, concerned(hosts.value, placed?.hostId));
  const [first] = taken;
  if (first) await lookAround(patient, first);
  note(patient, (one) => compared(one, taken));
}

/** Finds the tokens in a text and finds out about each, one after the other. What was pasted stays on this page. */
export async function examine(text: string): Promise<void> {
  const all = show(text);
  const now = turn.value;
  for (const [index, { found }] of all.entries())
    if (found.kind === 'token') await examineOne({ index, turn: now, secret: found.secret.reveal() });
}
