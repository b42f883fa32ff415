import { endedBefore } from '../../azure/slot';
import { checkDraft, type Draft, endOf } from '../../core/draft';
import { mayHaveBeenDone } from '../../core/failure-meaning';
import type { Identity, KnownHost } from '../../core/host';
import { type Intent, mayBeOf, withEnd, withGrant, withStart } from '../../core/minting/intent';
import type { Minted } from '../../core/minting/minted';
import { serverNow } from '../../core/minting/server-clock';
import { type Failure, fail, ok, type Result } from '../../core/result';
import type { CreatedToken, InSlot, Order, Session, TokenHost } from '../../core/token-host';
import { inBackground, log } from '../../platform/log';
import { stored } from '../../platform/stored';
import { wait } from '../../platform/wait';
import { accountOn } from '../connection/account-names';
import { onlyAs } from '../connection/connection';
import { lastList } from '../last-list';
import { madeEntry } from '../ledgers/grants';
import { goOnAndTell, keepHistory } from '../ledgers/history';
import { inFlight } from '../ledgers/in-flight';
import { keepPrint } from '../ledgers/prints';
import { readTokens } from '../reading/refresh';
import { learn } from './limits';
import { madeFor, suspected } from './owner';
import { forgetSecretsLater, wakeForSecret } from './secrets';

/** A create that is wanted: where, by which account, and what. */
type Attempt = { host: KnownHost; wanted: Identity; draft: Draft };

/** What went out: what it asks, and when by the server's clock. */
type Sent = { asked: Minted['asked']; at: number };

/** It is written before anything is asked, so that it is unfinished from the press on. */
async function writeIntent({ host, wanted, draft }: Attempt): Promise<Intent> {
  // Asked for before the list: a create that one has settled meanwhile is in it.
  const granted = (await stored.intents.get()).flatMap((each) => (each.hostId === host.id && each.grantedId) || []);
  const snapshot = await lastList(host.id);
  const namesakes = snapshot?.tokens.filter(({ name }) => name === draft.name) ?? [];
  const intent: Intent = {
    id: crypto.randomUUID(),
    hostId: host.id,
    identityId: wanted.id,
    name: draft.name,
    scopes: draft.scopes,
    startedAt: Date.now() + (snapshot?.clockSkew ?? 0),
    startedHere: Date.now(),
    knownIds: [...granted, ...namesakes.map(({ id }) => id)],
    grantedId: null,
    grantedAt: null,
    strayIds: [],
  };
  await stored.intents.update((intents) => [...intents, intent]);
  return intent;
}

/** Where the disk takes nothing more it stays, and the next list settles it: what became of the create is told all the same. */
async function dropIntent({ id }: Intent): Promise<void> {
  const dropped = stored.intents.update((intents) => intents.filter((intent) => intent.id !== id));
  await dropped.catch((error: unknown) => log.warn('intent', error));
}

/** What was granted, and whether its secret waits in session memory too. */
type Kept = { minted: Minted; isKept: boolean };

async function keep(attempt: Attempt, created: CreatedToken, asked: Minted['asked']): Promise<Kept> {
  const { token, secret } = created;
  const { host, wanted } = attempt;
  const madeFor = suspected(wanted, created);
  const minted = { hostId: host.id, asked, mintedAt: Date.now(), token, secret, identityId: wanted.id, madeFor };
  await wakeForSecret(minted.mintedAt);
  // The page has the secret in its answer; session memory is for the popup that was closed too early, and comes before
  // the grant: a worker that ends in between must not leave a token that nobody has and nobody looks for.
  const kept = stored.minted.update((others) => [...others, minted]);
  inBackground('keep the new secret', kept.then(forgetSecretsLater));
  const isKept = await kept.then(
    () => true,
    () => false,
  );
  inBackground('print of the new token', keepPrint(host.id, token.id, secret));
  return { minted, isKept };
}

type Create = TokenHost['create'];

type OnSend = (sent: Sent, session: Session) => void;

/** What is asked for a draft in a session; `onSend` hears of it in the moment in which it goes out. */
function orderFor({ host, wanted, draft }: Attempt, onSend: OnSend): InSlot<Order> {
  const may = onlyAs(host, wanted);
  return (session) => {
    const at = serverNow(session, Date.now());
    const allowed = may(session);
    const checked = allowed.ok ? checkDraft(draft, at) : allowed;
    if (!checked.ok) return checked;
    const asked = { scopes: draft.scopes, expiresAt: endOf(draft.lifetime, at) };
    onSend({ asked, at }, session);
    return ok({ ...asked, at, name: draft.name, organizationId: session.organizationId });
  };
}

/** Writes down which token a create was granted, and that it was made. */
async function noteGrant({ host, wanted }: Attempt, { id }: Intent, { token, madeFor }: Minted): Promise<void> {
  const grant = { tokenId: token.id, at: Date.now() };
  const entry = madeEntry(host, token, madeFor ?? wanted);
  const noted = goOnAndTell(stored.intents, (intents) => {
    const isTold = intents.some(({ grantedId }) => grantedId === grant.tokenId); // a list was quicker, by the kept secret
    return [withGrant(intents, id, grant), isTold ? [] : [entry]];
  });
  // A full disk must not keep it from the user; where the secret was kept, that says the same (`grantKept`).
  await noted.catch((error: unknown) => log.warn('grant', error));
}

/** What was granted, and to whom as far as the answer says it. */
type Granted = Kept & Pick<CreatedToken, 'userId'>;

async function keepGrant(attempt: Attempt, intent: Intent, created: CreatedToken, { asked }: Sent): Promise<Granted> {
  const { minted, isKept } = await keep(attempt, created, asked);
  if (isKept) await noteGrant(attempt, intent, minted);
  return { minted, isKept, userId: created.userId };
}

/** The answer to a create was lost: reads the list, and says what it shows. Nothing is sent again. */
async function lookForLost(host: KnownHost, intent: Intent, lost: Failure): Promise<Failure> {
  const read = await readTokens(host);
  const left = (await stored.intents.get()).find(({ id }) => id === intent.id);
  const theirs = read.ok && read.value.identity.id === intent.identityId ? read.value : undefined;
  // By the list itself: a full disk has not taken what it shows.
  const found = left && (left.strayIds.length > 0 || theirs?.tokens.some((token) => mayBeOf(left, token)));
  const detail = lost.kind === 'unexpected' ? lost.detail : '';
  const listed = found ? 'found' : theirs?.complete ? 'absent' : 'unread';
  return { kind: 'uncertain', name: intent.name, listed, detail };
}

/** Only a failure that proves that nothing was made lets the intent go: all others leave it for the lists to settle. */
async function tellFate({ host, wanted }: Attempt, intent: Intent, failure: Failure): Promise<Failure> {
  const isOpen = mayHaveBeenDone(failure) && !endedBefore(failure);
  const outcome = isOpen ? 'unknown' : 'failed';
  keepHistory(host, { deed: 'made', tokenId: null, name: intent.name, by: wanted.name, outcome, reason: failure.kind });
  if (isOpen) {
    const ended = stored.intents.update((intents) => withEnd(intents, intent.id, Date.now()));
    await ended.catch((error: unknown) => log.warn('when it was given up', error));
    return await lookForLost(host, intent, failure);
  }
  await dropIntent(intent);
  return failure;
}

/** What became of the one create that was sent; nothing was as long as `sent` is `null`. */
type Fate = { sent: Sent | null; granted: Result<Granted> };

async function sendAndKeep(attempt: Attempt, intent: Intent, create: Create): Promise<Fate> {
  let sent: Sent | null = null;
  const order = orderFor(attempt, (now, { servedAt }) => {
    sent = now;
    const start = { startedAt: servedAt ?? Date.now(), startedHere: Date.now() };
    inBackground(
      'when it went out',
      stored.intents.update((intents) => withStart(intents, intent.id, start)),
    );
  });
  const created = await create(order);
  if (sent === null) return { sent, granted: created.ok ? fail({ kind: 'unsupported' }) : created };
  return { sent, granted: created.ok ? ok(await keepGrant(attempt, intent, created.value, sent)) : created };
}

/** Finds out whose the new token is, and writes it down. */
async function withOwner({ host, wanted }: Attempt, { userId, minted }: Granted): Promise<Minted> {
  const { token } = minted;
  const owner = await madeFor(host, wanted, { token, userId });
  if (owner?.name !== minted.madeFor?.name) {
    const { name: by } = owner ?? wanted;
    const isOurs = (hostId: string, tokenId: string | null) => hostId === host.id && tokenId === token.id;
    const told = stored.minted.update((kept) =>
      kept.map((each) => (isOurs(each.hostId, each.token.id) ? { ...each, madeFor: owner } : each)),
    );
    await told.catch((error: unknown) => log.warn('whose it is', error));
    const named = stored.history.update((history) =>
      history.map((each) => (each.deed === 'made' && isOurs(each.hostId, each.tokenId) ? { ...each, by } : each)),
    );
    inBackground('history', named);
  }
  return { ...minted, madeFor: owner };
}

/**
 * Where session memory has refused the secret, it is in the answer alone: the grant waits until that is out. A worker that
 * ends before it leaves a token that nobody has, and that the next list shows as that.
 */
async function noteGrantLater(attempt: Attempt, intent: Intent, minted: Minted): Promise<void> {
  await wait(0);
  await noteGrant(attempt, intent, minted);
}

/** A create as it is asked for: `identityId` is whom the user was shown. */
export type Press = { host: KnownHost; identityId: string; draft: Draft };

/** Writes a create down, sends it by `create` once, and tells what became of it. */
export async function sendOnce({ host, identityId, draft }: Press, create: Create): Promise<Result<Minted>> {
  const attempt = { host, wanted: await accountOn(host, identityId), draft };
  const intent = await writeIntent(attempt);
  const { sent, granted } = await inFlight(intent.id, () => sendAndKeep(attempt, intent, create));
  if (sent) await learn(host, { by: identityId, ...sent }, granted.ok ? ok(granted.value.minted) : granted);
  if (granted.ok) {
    const minted = await withOwner(attempt, granted.value);
    if (!granted.value.isKept) inBackground('grant', noteGrantLater(attempt, intent, minted));
    return ok(minted);
  }
  if (sent) return fail(await tellFate(attempt, intent, granted.failure));
  await dropIntent(intent);
  return granted;
}
