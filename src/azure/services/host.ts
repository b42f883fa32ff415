import type { Host } from '../../core/host';
import { fail, isNotHere, ok, type Result } from '../../core/result';
import type { Listing, Session, TokenHost } from '../../core/token-host';
import { createByLifecycle, isLifecycleOpen, listLifecycle, revokeByLifecycle } from './lifecycle';
import { createByPage } from './page-provider';
import { createSessionToken, listSessionTokens, revokeSessionToken } from './session-tokens';

/** Where it is remembered, between requests, whether an organization's lifecycle API takes the session. */
export type LifecycleMemory = { recall(): Promise<boolean | undefined>; remember(open: boolean): Promise<void> };

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

/** Session tokens are listed for all organizations at once; kept are those that work in this one. */
function ofOrganization(listing: Listing, organizationId: string): Listing {
  const works = (ids: string[] | null) => ids === null || ids.includes(organizationId);
  return { ...listing, tokens: listing.tokens.filter((token) => works(token.organizationIds)) };
}

/**
 * An organization's tokens through three families of endpoints. Which is tried first for what: services.md, Readings 3
 * and 4. A create is offered to another family only after a plain "not here".
 */
export function servicesTokenHost(host: Host, memory: LifecycleMemory): TokenHost {
  async function learnLifecycle(): Promise<boolean> {
    const known = await memory.recall();
    if (known !== undefined) return known;
    const open = await isLifecycleOpen(host);
    if (open !== undefined) await memory.remember(open);
    return open ?? false;
  }

  async function list(session: Session): Promise<Result<Listing>> {
    const servedAt = session.servedAt ?? Date.now();
    const [listed] = await Promise.all([
      firstThatAnswers([() => listSessionTokens(host, servedAt), () => listLifecycle(host)]),
      learnLifecycle(),
    ]);
    return listed.ok ? ok(ofOrganization(listed.value, session.organizationId)) : elseUnsupported(listed);
  }

  return {
    list,
    create: async (order) => {
      const byPage = [() => createByPage(host, order), () => createSessionToken(host, order)];
      if (!(await learnLifecycle())) return elseUnsupported(await firstThatAnswers(byPage));
      const created = await createByLifecycle(host, order);
      if (created.ok || !isNotHere(created.failure)) return created;
      await memory.remember(false);
      return elseUnsupported(await firstThatAnswers(byPage));
    },
    revoke: (id) => firstThatAnswers([() => revokeSessionToken(host, id), () => revokeByLifecycle(host, id)]),
  };
}
