import * as z from 'zod/mini';
import { Change, Changed } from '../core/change';
import { CleanUpAnswer } from '../core/cleanup/spared';
import { Clearing } from '../core/clipboard';
import { LOOKS } from '../core/doctor/reads';
import { Draft, Lifetime } from '../core/draft';
import { Guard } from '../core/guard/guard';
import { HostId } from '../core/host';
import { Kept } from '../core/kept';
import { Minted } from '../core/minting/minted';
import { Unsent } from '../core/minting/unsent';
import { Purposes } from '../core/purposes/purposes';
import { HandOver } from '../core/recipes/hand-over';
import { ReminderAnswer } from '../core/reminders/told';
import { Keep } from '../core/rotation/state';
import { SCOPE_ID } from '../core/scope-id';
import { type Secret, SecretText } from '../core/secret';
import { Settings } from '../core/settings';
import { Guid, TokenId } from '../core/token';
import { Unfinished } from '../core/unfinished';

/** A change names the account that the user was shown: under another one nothing is sent. */
const change = { hostId: HostId, identityId: Guid };

/** A token is known by its place and its id. */
const placed = { hostId: HostId, tokenId: TokenId };

/** What the open tabs tell: the host of the page that the user looks at, or the address of one that could be added. */
export const Discovery = z.object({ hostId: z.nullable(HostId), offer: z.nullable(z.string()) });
export type Discovery = z.output<typeof Discovery>;

/**
 * Everything a page can ask of the worker. Only deeds: no message carries a URL, a method or a header. Progress is not
 * answered here but seen in storage.
 */
export const contract = {
  /** Looks at the open tabs for hosts; answers the one that the user is looking at, if it is known. */
  'hosts.discover': { input: z.strictObject({}), output: Discovery },
  /** Adds the organization in a user's text, and with it the others of the same session. */
  'hosts.add': { input: z.strictObject({ address: z.string() }), output: HostId },
  /** Keeps an address until it is added: a tab goes on with it, where the browser can ask for leave. `null` forgets it. */
  'hosts.pend': { input: z.strictObject({ address: z.nullable(z.string()) }), output: z.void() },
  /** Remembers which host the popup shows. */
  'hosts.choose': { input: z.strictObject({ hostId: HostId }), output: z.void() },
  'hosts.remove': { input: z.strictObject({ hostId: HostId }), output: z.void() },
  'purposes.save': { input: z.strictObject({ purposes: Purposes }), output: z.void() },
  'settings.save': { input: z.strictObject({ settings: Settings }), output: z.void() },
  /** Sites that the user has allowed are guarded from now on; those that are gone are let go. */
  'guard.save': { input: z.strictObject({ guard: Guard }), output: z.void() },
  /** Reads who is signed in and the list of tokens; both arrive in storage, and a failure with them. */
  'tokens.refresh': { input: z.strictObject({ hostId: HostId }), output: z.void() },
  /** One press of a Quick mint button: the id of a purpose. */
  'tokens.mint': { input: z.strictObject({ ...change, purpose: z.string() }), output: Minted },
  /** What is typed into New token, kept for a popup that closes over it. */
  'draft.keep': { input: z.strictObject({ unsent: z.nullable(Unsent) }), output: z.void() },
  'tokens.create': { input: z.strictObject({ ...change, draft: Draft }), output: Minted },
  /** Changes a token in place, where the host can; answers what was granted. */
  'tokens.update': { input: z.strictObject({ ...change, tokenId: TokenId, change: Change }), output: Changed },
  /** Revokes a token when the time for an Undo is over; how it goes is seen in storage. */
  'tokens.revoke': { input: z.strictObject({ ...change, tokenId: TokenId }), output: z.void() },
  /** Takes a revoke back; answers whether it was not sent yet. */
  'tokens.undo-revoke': { input: z.strictObject(placed), output: z.boolean() },
  /** The user has been told how these revokes ended. */
  'revokes.told': { input: z.strictObject({ revokes: z.array(z.strictObject(placed)) }), output: z.void() },
  /** Keeps what was filled in for a tool, for the next token of that host. */
  'handOver.remember': { input: z.strictObject({ hostId: HostId, handOver: HandOver }), output: z.void() },
  /** Begins a rotation and makes its first new token; `on` names the places of the new tokens, each with its account. */
  'rotations.start': {
    input: z.strictObject({
      ...change,
      tokenId: TokenId,
      keep: Keep,
      lifetime: Lifetime,
      /** What the new token may, where that is less than the old one. */
      scopes: z.exactOptional(z.array(z.string().check(z.regex(SCOPE_ID))).check(z.minLength(1))),
      on: z.array(z.strictObject(change)),
    }),
    output: Minted,
  },
  /** Makes the new token for one more place of a rotation. */
  'rotations.make': { input: z.strictObject({ ...change, rotationId: z.string() }), output: Minted },
  /** The user goes on without a new token there. */
  'rotations.leave-out': { input: z.strictObject({ rotationId: z.string(), hostId: HostId }), output: z.void() },
  /** Revokes the old token, or the new ones; answers whether that is done, and otherwise storage says why not. */
  'rotations.end': {
    input: z.strictObject({ ...change, rotationId: z.string(), by: z.enum(['confirmed', 'cancelled']) }),
    output: z.boolean(),
  },
  /** The user has taken a new secret, or been told how a rotation ended. */
  'rotations.handed': { input: z.strictObject(placed), output: z.void() },
  'rotations.dismiss': { input: z.strictObject({ rotationId: z.string() }), output: z.void() },
  /** What the user answers to a token's reminders. Nothing is sent anywhere. */
  'reminders.answer': { input: z.strictObject({ ...placed, answer: ReminderAnswer }), output: z.void() },
  /** What the user answers to Clean up about some tokens. Nothing is sent anywhere. */
  'clean-up.answer': {
    input: z.strictObject({
      tokens: z.array(z.strictObject({ tokenId: TokenId, name: z.string(), at: z.array(z.strictObject(change)) })),
      answer: CleanUpAnswer,
    }),
    output: z.void(),
  },
  /** The user has made that token themselves; `always`: and will make others of such a name and these scopes. */
  'strangers.own': { input: z.strictObject({ ...placed, always: z.boolean() }), output: z.void() },
  /** The user has been told that somebody else has revoked that token. */
  'revoked-elsewhere.told': { input: z.strictObject(placed), output: z.void() },
  /** Revokes all these tokens, as it was confirmed by typing. Progress, and the end, are seen in storage. */
  'revoke-all.start': {
    input: z.strictObject({
      hosts: z.array(z.strictObject(change)),
      tokens: z.array(z.strictObject(placed)),
      kept: z.array(Kept),
      typed: z.string(),
    }),
    output: z.void(),
  },
  /** Changes nothing: a worker that was ended is started, and goes on with what is under way. */
  'revoke-all.continue': { input: z.strictObject({}), output: z.void() },
  /** Asks at once where it waits, and what for may be mended; never before a time for which a server asked. */
  'revoke-all.again': { input: z.strictObject({}), output: z.void() },
  'revoke-all.stop': { input: z.strictObject({}), output: z.void() },
  'revoke-all.resume': { input: z.strictObject({}), output: z.void() },
  /** Once more for those that failed. */
  'revoke-all.retry': { input: z.strictObject({}), output: z.void() },
  /** Puts away one that is stopped, or has ended. */
  'revoke-all.close': { input: z.strictObject({}), output: z.void() },
  /** A text for a report of a problem, without anything that names somebody. */
  'diagnostics.read': { input: z.strictObject({}), output: z.string() },
  /** One harmless call with a new token alone; answers the account that the server takes it for. */
  'tokens.test': { input: z.strictObject({ ...placed, atRoot: z.boolean() }), output: z.string() },
  /** Which token that was made here a secret is. Nothing is sent anywhere. */
  'doctor.recognize': { input: z.strictObject({ secret: SecretText }), output: z.nullable(z.object(placed)) },
  /** One harmless call with somebody's token alone; answers whose it is. */
  'doctor.ask': {
    input: z.strictObject({ hostId: HostId, secret: SecretText }),
    output: z.object({ id: Guid, name: z.string() }),
  },
  /** One harmless read with it in an area; `user`: whose it is. */
  'doctor.look': {
    input: z.strictObject({ hostId: HostId, secret: SecretText, area: z.string(), user: Guid }),
    output: z.enum(LOOKS),
  },
  /**
   * A text with a secret was put on the clipboard: its digest tells it from what is copied later, that of the secret of which
   * token it is. Answers whether it may be gone again.
   */
  'clipboard.note': { input: z.strictObject({ digest: z.string(), of: z.string() }), output: z.boolean() },
  'clipboard.clear': { input: z.strictObject({}), output: Clearing },
  /** The user knows that the clipboard could not be cleared. */
  'clipboard.dismiss': { input: z.strictObject({}), output: z.void() },
  /** The user has what they need: the secret of that token is forgotten. */
  'secret.forget': { input: z.strictObject(placed), output: z.void() },
  /** The user knows that stored values were set aside. */
  'asides.told': { input: z.strictObject({}), output: z.void() },
  'asides.erase': { input: z.strictObject({}), output: z.void() },
  'history.erase': { input: z.strictObject({}), output: z.void() },
  /** Answers what is unfinished, and then has erased nothing unless it was to be `anyway`. */
  'everything.erase': { input: z.strictObject({ anyway: z.boolean() }), output: z.array(Unfinished) },
} as const satisfies Record<string, { input: z.ZodMiniType; output: z.ZodMiniType }>;

export type Name = keyof typeof contract;
export type Input<N extends Name> = z.output<(typeof contract)[N]['input']>;
/** The same as a page sends it: a message is JSON, in which a secret is its text. */
export type Sent<N extends Name> = { [K in keyof Input<N>]: Input<N>[K] extends Secret ? string : Input<N>[K] };
export type Output<N extends Name> = z.output<(typeof contract)[N]['output']>;
