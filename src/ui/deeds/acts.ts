import type { Wish } from '../../core/doors/abilities';
import { inBackground } from '../../platform/log';
import type { Row } from '../on-screen';
import { asked } from '../stores/asked';
import { duplicate } from './minting';

const ask = (action: Wish) => (row: Row) => {
  asked.value = { action, row };
};

const acts: Readonly<Record<Wish, (row: Row) => void>> = {
  extend: ask('extend'),
  rotate: ask('rotate'),
  narrow: ask('narrow'),
  edit: ask('edit'),
  replace: ask('replace'),
  duplicate: (row) => inBackground('duplicate', duplicate(row)),
  revoke: ask('revoke'),
};

/** Begins what was chosen from a token's menu: most of it asks first. */
export const act = (action: Wish, row: Row) => acts[action](row);
