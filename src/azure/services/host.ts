import { isNotHere, isSilent } from '../../core/failure-meaning';
import type { ServicesHost as Host } from '../../core/host';
import { type Failure, fail, ok, type Result } from '../../core/result';
import type { Token, TokenId } from '../../core/token';
import type { Correction, CreatedToken, Listing, Order, TokenHost } from '../../core/token-host';
import { type DoorMemory, rememberUnread } from '../door-memory';
import { createSessionToken, listSessionTokens, revokeSessionToken } from '../session-tokens';
import { sessionTokens } from './endpoint';
import { createByLifecycle, listLifecycle, probeLifecycle, revokeByLifecycle, updateByLifecycle } from './lifecycle';
import { createByPage } from './page-provider';

/** The answer of a door that is not tried. */
const NOT_HERE = fail({ kind: 'unsupported' });

/** The identity is known to be real, so a door that asks to sign in is one that is closed for this session. */
function notSignedOut<T>(answer: Result<T>): Result<T> {
  const { failure } = answer.ok ? { failure: null } : answer;
  return failure?.kind === 'signed-out' && failure.by === 'refusal' ? NOT_HERE : answer;
}

/** What a door says that is kept closed for this session: the identity is known to be real, so it is not "signed out". */
function isClosed(failure: Failure): boolean {
  return isNotHere(failure) || isSilent(failure);
}

/**
 * Tries a second door where the first one answered that the deed is not done there. Where the second is closed, the
 * first one's answer stands.
 */
async function eitherDoor<T>(first: () => Promise<Result<T>>, second: () => Promise<Result<T>>): Promise<Result<T>> {
  const answer = await first();
  if (answer.ok || !isNotHere(answer.failure)) return answer;
  const other = await second();
  return !other.ok && isClosed(other.failure) ? answer : other;
}

/** After an identity that is real, "not here" at every door means that this organization does not do it for us. */
function elseUnsupported<T>(answer: Result<T>): Result<T> {
  return !answer.ok && isNotHere(answer.failure) ? fail({ kind: 'unsupported' }) : answer;
}

/** Session tokens are listed for all organizations at once; kept are those that work in this one. */
function ofOrganization(listing: Listing, organizationId: string): Listing {
  const works = (ids: string[] | null) => ids === null || ids.includes(organizationId);
  return { ...listing, tokens: listing.tokens.filter((token) => works(token.organizationIds)) };
}

/** An organization, and what is remembered of its doors. */
type Doors = { host: Host; memory: DoorMemory };

async function isLifecycleOpen({ host, memory }: Doors): Promise<boolean> {
  const known = (await memory.recall()).lifecycle;
  if (known !== null) return known;
  const open = await probeLifecycle(host);
  if (open !== undefined) await memory.remember({ lifecycle: open });
  return open ?? false;
}

/** Session tokens span all the user's organizations and show global ones, so they come first. */
async function listAll({ host, memory }: Doors, servedAt: number): Promise<Result<Listing>> {
  const closed = (await memory.recall()).sessionTokens === false;
  const bySession = closed ? NOT_HERE : notSignedOut(await listSessionTokens(sessionTokens(host), servedAt));
  if (bySession.ok) await memory.remember({ sessionTokens: true });
  if (bySession.ok || !isNotHere(bySession.failure)) return bySession;
  const byLifecycle = await listLifecycle(host);
  // One "not here" may be a passing fault: it is believed only while the other door answers.
  await memory.remember({ sessionTokens: byLifecycle.ok ? false : null });
  if (byLifecycle.ok) return byLifecycle;
  const { failure } = byLifecycle;
  return isClosed(failure) || failure.kind === 'signed-out' ? bySession : byLifecycle;
}

/** Creates at the first door that does it. The next one is tried only after a plain "not here". */
async function create(doors: Doors, order: Order): Promise<Result<CreatedToken>> {
  const { host, memory } = doors;
  const created = (await isLifecycleOpen(doors)) ? await createByLifecycle(host, order) : NOT_HERE;
  if (created.ok || !isNotHere(created.failure)) return created;
  if (created !== NOT_HERE) await memory.remember({ lifecycle: false });
  const bySession = () => createSessionToken(sessionTokens(host), order);
  const byPage = async () => rememberUnread(memory, await createByPage(host, order));
  const pageFirst = (await memory.recall()).pageProvider !== false;
  return elseUnsupported(await (pageFirst ? eitherDoor(byPage, bySession) : eitherDoor(bySession, byPage)));
}

async function update(doors: Doors, id: TokenId, correction: Correction): Promise<Result<Token>> {
  if (!(await isLifecycleOpen(doors))) return NOT_HERE;
  const updated = notSignedOut(await updateByLifecycle(doors.host, id, correction));
  if (!updated.ok && updated.failure.kind === 'unsupported') await doors.memory.remember({ lifecycle: false });
  return updated;
}

/**
 * An organization's tokens through three families of endpoints. Which is tried first for what: services.md, Readings 3
 * and 4.
 */
export function servicesTokenHost(host: Host, memory: DoorMemory): TokenHost {
  const doors = { host, memory };
  return {
    list: async (session) => {
      isLifecycleOpen(doors).catch(() => undefined); // learned beside the list, which does not wait for it
      const listed = await listAll(doors, session.servedAt ?? Date.now());
      return listed.ok ? ok(ofOrganization(listed.value, session.organizationId)) : elseUnsupported(listed);
    },
    create: (order) => create(doors, order),
    update: (id, correction) => update(doors, id, correction),
    revoke: (id) =>
      eitherDoor(
        () => revokeSessionToken(sessionTokens(host), id),
        () => revokeByLifecycle(host, id),
      ),
  };
}
