import { signal } from '@preact/signals';
import type { Action } from '../../core/abilities';
import { inBackground } from '../../platform/log';
import type { Row } from '../on-screen';

/** What the user is being asked about in a dialog. */
export const asked = signal<{ action: Action; row: Row } | null>(null);

const ask = (action: Action) => (row: Row) => {
  asked.value = { action, row };
};

const acts: Readonly<Record<Action, (row: Row) => void>> = {
  extend: ask('extend'),
  rotate: ask('rotate'),
  edit: ask('edit'),
  replace: ask('replace'),
  // The list does not wait for the code of what is done to it.
  duplicate: (row) =>
    inBackground(
      'duplicate',
      import('../deeds/minting').then(({ duplicate }) => duplicate(row)),
    ),
  revoke: ask('revoke'),
};

/** Begins what was chosen from a token's menu: most of it asks first. */
export const act = (action: Action, row: Row) => acts[action](row);

export function stopAsking(): void {
  asked.value = null;
}
