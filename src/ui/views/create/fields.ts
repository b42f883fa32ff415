import { useState } from 'preact/hooks';
import type { Draft } from '../../../core/draft';
import { defaultName, NAME_BYTES } from '../../../core/minting/token-name';
import type { Unsent } from '../../../core/minting/unsent';
import type { Purpose } from '../../../core/purposes/purpose';
import { foldScopes } from '../../../core/scopes/reach';
import { choiceFor, choiceOf, type LifetimeChoice, lifetimeOf } from '../../components/lifetime-field';
import { CUSTOM } from './purpose-choice';

/** What the fields begin with, and what fills them in. */
type Given = { template: Draft | null; unsent: Unsent | null; purposes: Purpose[]; note: string };

function begin({ template, unsent }: Given): Unsent {
  if (template === null && unsent !== null) return unsent;
  const given = template && 'days' in template.lifetime ? template.lifetime.days : undefined;
  return {
    purpose: CUSTOM,
    name: template?.name ?? '',
    nameTyped: template !== null,
    scopes: template?.scopes ?? [],
    lifetime: choiceFor(given ?? 30),
  };
}

/** The fields of a new token as the user leaves them; a purpose fills in the others, and stays changeable. */
export function useCreateFields(given: Given) {
  const { purposes, note } = given;
  const [initial] = useState(() => begin(given));
  const [unsent, setUnsent] = useState(initial);
  const set = (change: Partial<Unsent>) => setUnsent((before) => ({ ...before, ...change }));
  const choosePurpose = (id: string) => {
    const chosen = purposes.find((each) => each.id === id);
    if (!chosen) return set({ purpose: id });
    const random = crypto.getRandomValues(new Uint8Array(NAME_BYTES));
    const name = unsent.nameTyped ? unsent.name : defaultName(chosen, { note, now: Date.now(), random });
    set({ purpose: id, name, lifetime: choiceOf(chosen.days), scopes: chosen.scopes });
  };
  const { name, scopes, lifetime } = unsent;
  return {
    ...unsent,
    initial,
    unsent,
    choosePurpose,
    typeName: (text: string) => set({ name: text, nameTyped: text !== '' }),
    setLifetime: (to: LifetimeChoice) => set({ lifetime: to }),
    setScopes: (to: string[]) => set({ scopes: to }),
    draft: { name, scopes: foldScopes(scopes), lifetime: lifetimeOf(lifetime) } satisfies Draft,
  };
}
