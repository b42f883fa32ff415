import { answered, call } from '../../contract/call';
import type { Draft } from '../../core/draft';
import type { HostId, KnownHost } from '../../core/host';
import { duplicateOf } from '../../core/minting/duplicate';
import { type Minted, placeOf } from '../../core/minting/minted';
import { keyOf } from '../../core/names/token-key';
import type { Result } from '../../core/result';
import { message as m } from '../../platform/message';
import { type Actor, actorOn } from '../actor';
import type { Row } from '../on-screen';
import { returnTo } from '../return-to';
import { busy } from '../stores/busy';
import { host, hosts } from '../stores/hosts';
import { present, withdraw } from '../stores/minted';
import { refusedToken, template } from '../stores/new-token';
import { say, warn } from '../stores/notice';
import { noteHand } from '../stores/noticed';
import { go, goHome, placeOfFields } from '../stores/screen';
import { failureText } from '../words/failures';
import { explain, refresh, refusing, waitFor } from './doing';
import { choose } from './hosts';

type Who = { hostId: HostId; identityId: string };

/** Has a token made somewhere, and hands it over. */
export async function makeOn(
  place: KnownHost | null,
  deed: (who: Who) => Promise<Result<Minted>>,
  tell = explain,
): Promise<void> {
  const by = actorOn(place);
  if (by && !busy.value) await receive(by, deed(by.who), tell);
}

/** Hands over the token that was asked for, or says what became of it. */
async function receive(by: Actor, asked: Promise<Result<Minted>>, tell = explain): Promise<void> {
  say(m('creating'));
  const made = await waitFor(by.name, asked, tell);
  if (made.ok) present(made.value);
  else if (made.failure.kind === 'uncertain') showAtHome(failureText(made.failure, { host: by.name, now: Date.now() }));
  else if (made.failure.kind === 'interrupted') {
    // The worker was ended in the middle of it: what it wrote down before, and the list, tell how it ended.
    showAtHome(m('mint_interrupted'));
    await refresh();
  }
}

/** What was made is to be seen there. */
function showAtHome(text: string): void {
  goHome();
  warn(text);
}

const hostAt = (hostId: HostId) => hosts.value.find(({ id }) => id === hostId) ?? null;

/** Makes a token for a purpose, of which its id is told. */
export const mint = (purpose: string, hostId: HostId) =>
  makeOn(hostAt(hostId), (who) => call('tokens.mint', { ...who, purpose }));

/** The same for a mint that its press has sent. */
export const receiveMint = (by: Actor, sent: Promise<unknown>) => receive(by, answered('tokens.mint', sent));

/** What is refused of a field stays with the fields, as long as they are shown for the same host. */
export async function create(draft: Draft): Promise<void> {
  refusedToken.value = null;
  const place = host.value;
  const keep = refusing(draft, placeOfFields(), (refused) => {
    if (place) refusedToken.value = { ...refused, hostId: place.id };
  });
  await makeOn(place, (who) => call('tokens.create', { ...who, draft }), keep);
}

/** Opens New token with another one's scopes and about its lifetime: at once, since nothing of that waits for a list. */
export async function duplicate({ token, host }: Row): Promise<void> {
  const reading = choose(host.id); // which has it on the screen at once
  go('create');
  template.value = { key: keyOf(token, host), draft: duplicateOf(token, Date.now()) };
  await reading;
}

/** Revokes a new token, as the account that it was made for, whoever is signed in by now. Its secret is kept as long as an Undo can bring it back. */
export async function revokeMade(made: Minted, place: KnownHost | null): Promise<void> {
  const owner = made.madeFor ? made.madeFor.id : made.identityId;
  const identityId = owner ?? place?.identity?.id;
  if (!place || identityId === undefined) return;
  const of = placeOf(made);
  noteHand(of);
  const taken = await call('tokens.revoke', { ...of, identityId });
  if (!taken.ok) explain(taken.failure, place.name);
}

/** The user has the secret: it is forgotten here and in session memory. */
export async function finish(made: Minted): Promise<void> {
  goHome();
  const at = hostAt(made.hostId);
  if (at) returnTo.value = keyOf(made.token, at);
  withdraw(made);
  const forgotten = await call('secret.forget', placeOf(made));
  if (!forgotten.ok) explain(forgotten.failure, '');
}
