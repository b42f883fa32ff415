import { useState } from 'preact/hooks';
import type { Draft } from '../../../core/draft';
import type { KnownHost } from '../../../core/host';
import type { Believed } from '../../../core/minting/limits';
import { defaultName, NAME_BYTES } from '../../../core/minting/token-name';
import type { Unsent } from '../../../core/minting/unsent';
import type { Purpose } from '../../../core/purposes/purpose';
import { sameScopes } from '../../../core/scope-id';
import { foldScopes } from '../../../core/scopes/reach';
import { choiceFor, choiceOf, type LifetimeChoice, lifetimeOf } from '../../components/fields/lifetime-field';
import { CUSTOM } from './purpose-choice';

type Given = {
  /** What the fields begin with: another token's. */
  template: Draft | null;
  /** Or what was typed before. */
  unsent: Unsent | null;
  /** Or the purpose that is at hand first. */
  first: Purpose | null;
  purposes: Purpose[];
  note: string;
  host: KnownHost;
  limits: Believed;
};

const EMPTY: Unsent = { purpose: CUSTOM, name: '', nameTyped: false, scopes: [], lifetime: choiceOf(30) };

/** The fields as a purpose fills them in, but for a name that was typed. */
function withPurpose(before: Unsent, purpose: Purpose, note: string): Unsent {
  const random = crypto.getRandomValues(new Uint8Array(NAME_BYTES));
  const name = before.nameTyped ? before.name : defaultName(purpose, { note, now: Date.now(), random });
  return { ...before, purpose: purpose.id, name, lifetime: choiceOf(purpose.days), scopes: purpose.scopes };
}

/** What a purpose filled in goes with it; what is the user's own stays. */
function withoutPurpose(before: Unsent, purpose: Purpose | undefined): Unsent {
  const isTouched = purpose === undefined || !sameScopes(before.scopes, purpose.scopes);
  return {
    ...before,
    purpose: CUSTOM,
    name: before.nameTyped ? before.name : '',
    scopes: isTouched ? before.scopes : [],
  };
}

function begin({ template, unsent, first, note }: Given): Unsent {
  if (template === null) return unsent ?? (first ? withPurpose(EMPTY, first, note) : EMPTY);
  const { name, scopes, lifetime } = template;
  return { ...EMPTY, name, nameTyped: true, scopes, lifetime: choiceFor('days' in lifetime ? lifetime.days : 30) };
}

/** The fields of a new token as the user leaves them; a purpose fills in the others, and stays changeable. */
export function useCreateFields(given: Given) {
  const { purposes, note, host, limits } = given;
  const [unsent, setUnsent] = useState(() => begin(given));
  const set = (change: Partial<Unsent>) => setUnsent((before) => ({ ...before, ...change }));
  const choosePurpose = (id: string) => {
    const byId = (wanted: string) => purposes.find((each) => each.id === wanted);
    const chosen = byId(id);
    setUnsent((before) => (chosen ? withPurpose(before, chosen, note) : withoutPurpose(before, byId(before.purpose))));
  };
  const { name, scopes, lifetime } = unsent;
  return {
    ...unsent,
    unsent: { ...unsent, hostId: host.id },
    choosePurpose,
    typeName: (text: string) => set({ name: text, nameTyped: text !== '' }),
    setLifetime: (to: LifetimeChoice) => set({ lifetime: to }),
    setScopes: (to: string[]) => set({ scopes: to }),
    draft: {
      name,
      scopes: foldScopes(scopes),
      lifetime: lifetimeOf(lifetime, limits.decided?.longestDays),
    } satisfies Draft,
  };
}
