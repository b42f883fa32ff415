import { checkDraft, type Draft, endOf } from '../../core/draft';
import { type HostId, isInsecure, type KnownHost } from '../../core/host';
import type { Minted } from '../../core/minting/minted';
import { fail, ok, type Result } from '../../core/result';
import { oncePerKey } from '../../platform/once';
import { stored } from '../../platform/stored';
import { identifyAs, knownHost, tokensOf } from '../connection/connection';
import { type Attempt, sendOnce } from './attempt';
import { draftFor } from './purposes';

type By = { hostId: HostId; identityId: string };

/** Whether a secret may cross the network to this host: in the clear only where the user has allowed that. */
async function mayCarrySecrets(host: KnownHost): Promise<boolean> {
  return !isInsecure(host) || (await stored.settings.get()).insecureMinting.includes(host.id);
}

/** The create that a draft describes, if it may be sent and makes sense to whoever is signed in now. */
async function ready({ hostId, identityId }: By, draft: Draft): Promise<Result<Attempt>> {
  const host = await knownHost(hostId);
  if (!host.ok) return host;
  if (!(await mayCarrySecrets(host.value))) return fail({ kind: 'insecure' });
  const session = await identifyAs(host.value, identityId);
  if (!session.ok) return session;
  const at = session.value.servedAt ?? Date.now();
  const checked = checkDraft(draft, at);
  if (!checked.ok) return checked;
  const asked = { scopes: draft.scopes, expiresAt: endOf(draft.lifetime, at) };
  return ok({ host: host.value, session: session.value, draft, asked, at });
}

async function send(by: By, draft: Draft): Promise<Result<Minted>> {
  const attempt = await ready(by, draft);
  return attempt.ok ? await sendOnce(attempt.value, tokensOf(attempt.value.host).create) : attempt;
}

/** Two pages, or two presses, that ask for the same at the same time get the same token: one create is sent. */
const once = oncePerKey<string, Result<Minted>>();

/** Creates the token that a draft describes: at most one request, whose fate is told whatever happens. */
export function create({ draft, ...by }: By & { draft: Draft }): Promise<Result<Minted>> {
  return once(JSON.stringify([by, draft]), () => send(by, draft));
}

/** Creates a token for a purpose, with its scopes, a lifetime that the organization grants and a default name. */
export function mint({ purpose, ...by }: By & { purpose: string }): Promise<Result<Minted>> {
  return once(JSON.stringify([by, purpose]), async () => {
    const draft = await draftFor(purpose, by);
    return draft.ok ? await send(by, draft.value) : draft;
  });
}
