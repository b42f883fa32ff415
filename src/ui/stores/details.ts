import { computed, signal } from '@preact/signals';
import { keyOf } from '../../core/names/token-key';
import type { Row } from '../on-screen';
import { rows } from './lists';
import { go } from './screen';

const selectedKey = signal<string | null>(null);

/** The token whose details are shown. */
export const selected = computed(
  () => rows.value.find(({ token, host }) => keyOf(token, host) === selectedKey.value) ?? null,
);

/** Shows everything known of a token. */
export function showDetails({ token, host }: Row): void {
  selectedKey.value = keyOf(token, host);
  go('details');
}
