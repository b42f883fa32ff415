import { computed, signal } from '@preact/signals';
import type { TokenId } from '../../core/token';
import type { Row } from '../on-screen';
import { rows } from './lists';
import { go } from './screen';

const selectedId = signal<TokenId | null>(null);

/** The token whose details are shown. */
export const selected = computed(() => rows.value.find(({ token }) => token.id === selectedId.value) ?? null);

/** Shows everything known of a token. */
export function showDetails({ token }: Row): void {
  selectedId.value = token.id;
  go('details');
}
