import { useState } from 'preact/hooks';
import type { Draft } from '../../core/draft';
import type { Purpose } from '../../core/purpose';
import { foldScopes } from '../../core/scope-reach';
import { defaultName, NAME_BYTES } from '../../core/token-name';
import { choiceFor, choiceOf, lifetimeOf } from '../components/lifetime-field';
import { CUSTOM } from '../components/purpose-choice';

/** What the fields begin with, and what fills them in. */
type Given = { template: Draft | null; purposes: Purpose[]; note: string };

/** The fields of a new token as the user leaves them; a purpose fills in the others, and stays changeable. */
export function useCreateFields({ template, purposes, note }: Given) {
  const given = template && 'days' in template.lifetime ? template.lifetime.days : undefined;
  const [purpose, setPurpose] = useState<string>(CUSTOM);
  const [name, setName] = useState(template?.name ?? '');
  const [nameTyped, setNameTyped] = useState(template !== null);
  const [lifetime, setLifetime] = useState(choiceFor(given ?? 30));
  const [scopes, setScopes] = useState<string[]>(template?.scopes ?? []);
  const choosePurpose = (id: string) => {
    setPurpose(id);
    const chosen = purposes.find((each) => each.id === id);
    if (!chosen) return;
    const random = crypto.getRandomValues(new Uint8Array(NAME_BYTES));
    if (!nameTyped) setName(defaultName(chosen, { note, now: Date.now(), random }));
    setLifetime(choiceOf(chosen.days));
    setScopes(chosen.scopes);
  };
  const typeName = (text: string) => {
    setName(text);
    setNameTyped(text !== '');
  };
  const draft: Draft = { name, scopes: foldScopes(scopes), lifetime: lifetimeOf(lifetime) };
  return { purpose, choosePurpose, name, typeName, lifetime, setLifetime, scopes, setScopes, draft };
}
