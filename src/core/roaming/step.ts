import { beyond, type Entries, merged, withChoices } from './entry';
import { type Choices, factsOf, type Kept, withEntries } from './facts';
import { allowedHere } from './named';
import { fitting } from './quota';
import type { Roaming } from './state';

/** What there is: the choices here, what was remembered, and what the browser's sync has. */
export type There = { choices: Choices; roaming: Roaming; synced: Entries };

/** What has to be here, what of it has come, what to remember, and what to send; `dropped`: names for which there is no room any more, or no leave. */
export type Next = { choices: Choices; taken: Entries; roaming: Roaming; owed: Entries; dropped: string[] };

/**
 * What this browser has sent, and may not be named any more. Another one that names it as well sends it again, and is
 * left alone: it is only taken away where it was remembered.
 */
function withdrawn({ by, entries }: Roaming, known: Entries): string[] {
  return Object.keys(entries).filter((name) => !(name in known) && entries[name]?.by === by);
}

/** Brings both together at `now` (milliseconds since 1970). Done again with what it has answered, it changes nothing. */
export function step(there: There, kept: Kept, now: number): Next {
  const { choices, roaming } = there;
  const known = allowedHere(roaming.entries, choices.settings, kept.hosts);
  const synced = allowedHere(there.synced, choices.settings, kept.hosts);
  const facts = factsOf(choices, kept, roaming.before);
  const mine = withChoices(known, facts, { by: roaming.by, now, before: roaming.before });
  const all = merged(mine, synced);
  const taken = beyond(all, mine);
  const after = withEntries(choices, taken, kept);
  const entries = fitting(all);
  return {
    choices: after,
    taken,
    roaming: { by: roaming.by, entries, before: factsOf(after, kept, facts) },
    owed: beyond(entries, synced),
    dropped: [...withdrawn(roaming, known), ...Object.keys(synced).filter((name) => !(name in entries))],
  };
}
