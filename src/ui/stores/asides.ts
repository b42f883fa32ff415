import { signal } from '@preact/signals';
import type { Aside } from '../../core/aside';
import { asides } from '../../platform/stored-asides';
import { follow } from './follow';
import { lost } from './noticed';

const found = signal<Record<keyof typeof asides, Aside[]>>({ local: [], session: [] });

/** Notices what was set aside, until the user knows of it. */
export async function loadAsides(): Promise<void> {
  const keep = (area: keyof typeof asides) => (all: Aside[]) => {
    found.value = { ...found.value, [area]: all };
    lost.value = [...found.value.local, ...found.value.session].some(({ told }) => !told);
  };
  await Promise.all([follow(asides.local, keep('local')), follow(asides.session, keep('session'))]);
}
