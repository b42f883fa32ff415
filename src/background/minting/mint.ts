import { checkDraft, type Draft, endOf } from '../../core/draft';
import { mayHaveBeenDone } from '../../core/failure-meaning';
import { type HostId, isInsecure, type KnownHost } from '../../core/host';
import { type Intent, withGrant } from '../../core/minting/intent';
import type { Minted } from '../../core/minting/minted';
import { type Failure, fail, ok, type Result } from '../../core/result';
import type { CreatedToken, Session } from '../../core/token-host';
import { inBackground } from '../../platform/log';
import { stored } from '../../platform/stored';
import { identifyAs, knownHost, tokensOf } from '../connection/connection';
import { keepHistory } from '../ledgers/history';
import { inFlight } from '../ledgers/in-flight';
import { readTokens } from '../reading/refresh';
import { learn } from './limits';
import { draftFor } from './purposes';
import { forgetSecretsLater } from './secrets';

type By = { hostId: HostId; identityId: string };

async function writeIntent(host: KnownHost, session: Session, draft: Draft): Promise<Intent> {
  const { snapshot } = await stored.reading(host.id).get();
  const namesakes = snapshot?.tokens.filter(({ name }) => name === draft.name) ?? [];
  const intent: Intent = {
    id: crypto.randomUUID(),
    hostId: host.id,
    identityId: session.identity.id,
    name: draft.name,
    scopes: draft.scopes,
    startedAt: session.servedAt ?? Date.now(),
    startedHere: Date.now(),
    knownIds: namesakes.map(({ id }) => id),
    grantedId: null,
    grantedAt: null,
    strayIds: [],
  };
  await stored.intents.update((intents) => [...intents, intent]);
  return intent;
}

async function dropIntent({ id }: Intent): Promise<void> {
  await stored.intents.update((intents) => intents.filter((intent) => intent.id !== id));
}

/** The answer to a create was lost: reads the list, and says what it shows. Nothing is sent again. */
async function tellFate(host: KnownHost, intent: Intent, lost: Failure): Promise<Failure> {
  const read = await readTokens(host);
  const left = (await stored.intents.get()).find(({ id }) => id === intent.id);
  const found = left !== undefined && left.strayIds.length > 0;
  const absent = read.ok && read.value.complete && read.value.identity.id === intent.identityId;
  const detail = lost.kind === 'unexpected' ? lost.detail : '';
  return { kind: 'uncertain', name: intent.name, listed: found ? 'found' : absent ? 'absent' : 'unread', detail };
}

async function keep(host: KnownHost, created: CreatedToken, asked: Minted['asked']): Promise<Minted> {
  const minted = { hostId: host.id, asked, mintedAt: Date.now(), ...created };
  // The page has the secret in its answer; session memory is for the popup that was closed too early, and comes before
  // the grant: a worker that ends in between must not leave a token that nobody has and nobody looks for.
  const kept = stored.minted.update((others) => [...others, minted]);
  inBackground('keep the new secret', kept.then(forgetSecretsLater));
  await kept.catch(() => undefined);
  return minted;
}

async function send(by: By, draft: Draft): Promise<Result<Minted>> {
  const host = await knownHost(by.hostId);
  if (!host.ok) return host;
  if (isInsecure(host.value) && !(await stored.settings.get()).insecureMinting.includes(by.hostId))
    return fail({ kind: 'insecure' });
  const session = await identifyAs(host.value, by.identityId);
  if (!session.ok) return session;
  const now = session.value.servedAt ?? Date.now();
  const checked = checkDraft(draft, now);
  if (!checked.ok) return checked;

  const asked = { scopes: draft.scopes, expiresAt: endOf(draft.lifetime, now) };
  const intent = await writeIntent(host.value, session.value, draft);
  const order = { ...asked, name: draft.name, organizationId: session.value.organizationId };
  const created = await inFlight(intent.id, async () => {
    const answer = await tokensOf(host.value).create(order);
    if (!answer.ok) return answer;
    const minted = await keep(host.value, answer.value, asked);
    const grant = { tokenId: answer.value.token.id, at: Date.now() };
    await stored.intents.update((intents) => withGrant(intents, intent.id, grant));
    keepHistory(host.value, { deed: 'made', tokenId: grant.tokenId, name: draft.name, outcome: 'done' });
    return ok(minted);
  });
  await learn(host.value, { by: session.value.identity.id, asked, at: now }, created);
  if (created.ok) {
    inBackground('refresh after a mint', readTokens(host.value));
    return created;
  }
  const reason = created.failure.kind;
  if (mayHaveBeenDone(created.failure)) {
    keepHistory(host.value, { deed: 'made', tokenId: null, name: draft.name, outcome: 'unknown', reason });
    return fail(await tellFate(host.value, intent, created.failure));
  }
  keepHistory(host.value, { deed: 'made', tokenId: null, name: draft.name, outcome: 'failed', reason });
  await dropIntent(intent);
  return created;
}

const underWay = new Map<string, Promise<Result<Minted>>>();

/** Two pages, or two presses, that ask for the same at the same time get the same token: one create is sent. */
function once(key: string, start: () => Promise<Result<Minted>>): Promise<Result<Minted>> {
  const running = underWay.get(key) ?? start().finally(() => underWay.delete(key));
  underWay.set(key, running);
  return running;
}

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
