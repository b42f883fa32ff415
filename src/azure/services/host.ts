import type { Doors, FoundDoors } from '../../core/doors';
import type { Host } from '../../core/host';
import { fail, isNotHere, ok, type Result } from '../../core/result';
import type { Listing, TokenHost } from '../../core/token-host';
import { createByLifecycle, listLifecycle, probeLifecycle, revokeByLifecycle } from './lifecycle';
import { createByPage } from './page-provider';
import { createSessionToken, listSessionTokens, revokeSessionToken } from './session-tokens';

/** Where it is remembered, between requests, which doors of an organization were found open. */
export type DoorMemory = { recall(): Promise<Doors>; remember(found: FoundDoors): Promise<void> };

/** Tries one door after the other, and goes on only where a door answered that the deed is not done there. */
async function firstThatAnswers<T>(doors: (() => Promise<Result<T>>)[]): Promise<Result<T>> {
  const [door, ...others] = doors;
  if (!door) throw new Error('There is no door to try.');
  const answer = await door();
  const goOn = !answer.ok && isNotHere(answer.failure) && others.length > 0;
  return goOn ? await firstThatAnswers(others) : answer;
}

/** After an identity that is real, "not here" at every door means that this organization does not do it for us. */
function elseUnsupported<T>(answer: Result<T>): Result<T> {
  return !answer.ok && isNotHere(answer.failure) ? fail({ kind: 'unsupported' }) : answer;
}

/** The answer of a door that is not tried. */
const NOT_HERE = fail({ kind: 'unsupported' });

/** Session tokens are listed for all organizations at once; kept are those that work in this one. */
function ofOrganization(listing: Listing, organizationId: string): Listing {
  const works = (ids: string[] | null) => ids === null || ids.includes(organizationId);
  return { ...listing, tokens: listing.tokens.filter((token) => works(token.organizationIds)) };
}

/**
 * An organization's tokens through three families of endpoints. Which is tried first for what: services.md, Readings 3
 * and 4. A create is offered to another family only after a plain "not here".
 */
export function servicesTokenHost(host: Host, memory: DoorMemory): TokenHost {
  async function isLifecycleOpen(): Promise<boolean> {
    const known = (await memory.recall()).lifecycle;
    if (known !== null) return known;
    const open = await probeLifecycle(host);
    if (open !== undefined) await memory.remember({ lifecycle: open });
    return open ?? false;
  }

  /** Session tokens span all the user's organizations and show global ones, so they come first. */
  async function listAll(servedAt: number): Promise<Result<Listing>> {
    const known = (await memory.recall()).sessionTokens;
    const listed = known === false ? NOT_HERE : await listSessionTokens(host, servedAt);
    if (known === null && (listed.ok || isNotHere(listed.failure))) await memory.remember({ sessionTokens: listed.ok });
    return listed.ok || !isNotHere(listed.failure) ? listed : await listLifecycle(host);
  }

  return {
    list: async (session) => {
      const [listed] = await Promise.all([listAll(session.servedAt ?? Date.now()), isLifecycleOpen()]);
      return listed.ok ? ok(ofOrganization(listed.value, session.organizationId)) : elseUnsupported(listed);
    },
    create: async (order) => {
      const byPage = [() => createByPage(host, order), () => createSessionToken(host, order)];
      const created = (await isLifecycleOpen()) ? await createByLifecycle(host, order) : NOT_HERE;
      if (created.ok || !isNotHere(created.failure)) return created;
      if (created !== NOT_HERE) await memory.remember({ lifecycle: false });
      return elseUnsupported(await firstThatAnswers(byPage));
    },
    revoke: (id) => firstThatAnswers([() => revokeSessionToken(host, id), () => revokeByLifecycle(host, id)]),
  };
}
