import { computed, signal } from '@preact/signals';
import { isActive } from '../../core/expiry';
import type { TokenId } from '../../core/token';
import { message as m } from '../../platform/message';
import { host, showsAll } from './hosts';
import { refreshing, shown, rows as shownRows } from './lists';
import { settings } from './settings';

/** What can be revoked: the tokens on the screen that work. */
export const rows = computed(() => shownRows.value.filter(({ token, now }) => isActive(token, now)));

/** Tokens that the user keeps this time. */
const unchecked = signal<ReadonlySet<TokenId>>(new Set());
/** Those that stay: for this time, or always. */
export const kept = computed(() => new Set([...unchecked.value, ...settings.value.neverRevoke]));

/** What has to be typed: the name of the organization, or the words for all of them. */
export const word = computed(() => (showsAll.value ? m('all_organizations_word') : (host.value?.name ?? '')));

/** Whether the whole list was just read, everywhere. */
export const isReady = computed(
  () =>
    !refreshing.value &&
    shown.value.every(({ host, snapshot, failure }) => host.identity && failure === null && snapshot?.complete),
);

export function check(ids: TokenId[], checked: boolean): void {
  const others = [...unchecked.value].filter((each) => !ids.includes(each));
  unchecked.value = new Set(checked ? others : [...others, ...ids]);
}
