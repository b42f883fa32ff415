import type { Draft } from '../../core/draft';
import { mayHaveBeenDone } from '../../core/failure-meaning';
import type { KnownHost } from '../../core/host';
import { type Intent, withGrant } from '../../core/minting/intent';
import type { Minted } from '../../core/minting/minted';
import { type Failure, fail, ok, type Result } from '../../core/result';
import type { CreatedToken, Session, TokenHost } from '../../core/token-host';
import { inBackground } from '../../platform/log';
import { stored } from '../../platform/stored';
import { keepHistory } from '../ledgers/history';
import { inFlight } from '../ledgers/in-flight';
import { readTokens } from '../reading/refresh';
import { learn } from './limits';
import { forgetSecretsLater } from './secrets';

/** A create that may go out: where, in which session, what is asked, and when by the server's clock. */
export type Attempt = { host: KnownHost; session: Session; draft: Draft; asked: Minted['asked']; at: number };

async function writeIntent({ host, session, draft }: Attempt): Promise<Intent> {
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

async function keep(host: KnownHost, created: CreatedToken, asked: Minted['asked']): Promise<Minted> {
  const minted = { hostId: host.id, asked, mintedAt: Date.now(), ...created };
  // The page has the secret in its answer; session memory is for the popup that was closed too early, and comes before
  // the grant: a worker that ends in between must not leave a token that nobody has and nobody looks for.
  const kept = stored.minted.update((others) => [...others, minted]);
  inBackground('keep the new secret', kept.then(forgetSecretsLater));
  await kept.catch(() => undefined);
  return minted;
}

type Create = TokenHost['create'];

/** Sends the one request, and keeps what it grants. */
async function sendAndKeep(attempt: Attempt, { id }: Intent, create: Create): Promise<Result<Minted>> {
  const { host, session, draft, asked } = attempt;
  const answer = await create({ ...asked, name: draft.name, organizationId: session.organizationId });
  if (!answer.ok) return answer;
  const minted = await keep(host, answer.value, asked);
  const tokenId = answer.value.token.id;
  await stored.intents.update((intents) => withGrant(intents, id, { tokenId, at: Date.now() }));
  keepHistory(host, { deed: 'made', tokenId, name: draft.name, outcome: 'done' });
  return ok(minted);
}

/** The answer to a create was lost: reads the list, and says what it shows. Nothing is sent again. */
async function lookForLost(host: KnownHost, intent: Intent, lost: Failure): Promise<Failure> {
  const read = await readTokens(host);
  const left = (await stored.intents.get()).find(({ id }) => id === intent.id);
  const found = left !== undefined && left.strayIds.length > 0;
  const absent = read.ok && read.value.complete && read.value.identity.id === intent.identityId;
  const detail = lost.kind === 'unexpected' ? lost.detail : '';
  return { kind: 'uncertain', name: intent.name, listed: found ? 'found' : absent ? 'absent' : 'unread', detail };
}

/** Only a failure that proves that nothing was made lets the intent go: all others leave it for the lists to settle. */
async function tellFate(host: KnownHost, intent: Intent, failure: Failure): Promise<Failure> {
  const isOpen = mayHaveBeenDone(failure);
  const outcome = isOpen ? 'unknown' : 'failed';
  keepHistory(host, { deed: 'made', tokenId: null, name: intent.name, outcome, reason: failure.kind });
  if (isOpen) return await lookForLost(host, intent, failure);
  await dropIntent(intent);
  return failure;
}

/** Writes a create down, sends it by `create` once, and tells what became of it. */
export async function sendOnce(attempt: Attempt, create: Create): Promise<Result<Minted>> {
  const { host, session, asked, at } = attempt;
  const intent = await writeIntent(attempt);
  const created = await inFlight(intent.id, () => sendAndKeep(attempt, intent, create));
  await learn(host, { by: session.identity.id, asked, at }, created);
  if (!created.ok) return fail(await tellFate(host, intent, created.failure));
  inBackground('refresh after a mint', readTokens(host));
  return created;
}
