import { checkDraft, type Draft } from '../../../core/draft';
import { FULL_ACCESS, isFullAccess } from '../../../core/scopes/full-access';
import { message as m } from '../../../platform/message';
import { isDayMissing, type LifetimeChoice } from '../../components/fields/lifetime-field';
import { isMeant } from '../../components/scopes/full-access';
import { failureText } from '../../words/failures';

/** What is wrong with each field, as a sentence under it. */
export type Faults = Record<'name' | 'lifetime' | 'scopes' | 'full', string | null>;

export const NO_FAULTS: Faults = { name: null, lifetime: null, scopes: null, full: null };

/** With one field of the user's in it, what is wrong with it is wrong with that field. */
const RIGHT: Draft = { name: 'right', scopes: [FULL_ACCESS], lifetime: { days: 1 } };

type Fields = { draft: Draft; scopes: string[]; lifetime: LifetimeChoice; typed: string };

/** What keeps the fields from being sent. */
export function faultsIn({ draft, scopes, lifetime, typed }: Fields, now: number): Faults {
  const faultOf = (part: Partial<Draft>) => {
    const checked = checkDraft({ ...RIGHT, ...part }, now);
    return checked.ok ? null : failureText(checked.failure, { host: '', now });
  };
  return {
    name: faultOf({ name: draft.name }),
    lifetime: isDayMissing(lifetime) ? m('expiry_date_missing') : faultOf({ lifetime: draft.lifetime }),
    scopes: faultOf({ scopes: draft.scopes }),
    full: isMeant(scopes, typed) ? null : m('full_access_hasty', m('full_access_word')),
  };
}

type Refusals = { name?: string; lifetime?: string; scopes?: string };

/** Beside those, what the server refused; of full access it says so where that is confirmed. */
export function withRefused(faults: Faults, refused: Refusals, chosen: readonly string[]): Faults {
  const isFull = chosen.some(isFullAccess);
  return {
    name: faults.name ?? refused.name ?? null,
    lifetime: faults.lifetime ?? refused.lifetime ?? null,
    scopes: faults.scopes ?? (isFull ? null : (refused.scopes ?? null)),
    full: faults.full ?? (isFull ? (refused.scopes ?? null) : null),
  };
}
