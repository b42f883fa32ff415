import { computed, signal } from '@preact/signals';
import { isActive } from '../../../core/expiry';
import { keeping } from '../../../core/kept';
import { keyOf } from '../../../core/names/token-key';
import { message as m } from '../../../platform/message';
import type { Row } from '../../on-screen';
import { computedInWords } from '../../spoken';
import { host, showsAll } from '../hosts';
import { refreshing, shown, rows as shownRows } from '../lists';
import { settings } from '../settings';

/** What can be revoked: the tokens on the screen that work. */
export const rows = computed(() => shownRows.value.filter(({ token, now }) => isActive(token, now)));

const key = ({ token, host }: Row) => keyOf(token, host);

/** The keys of tokens that the user keeps this time. */
const unchecked = signal<ReadonlySet<string>>(new Set());

const always = computed(() => keeping(settings.value.neverRevoke));
/** Whether a token always stays. */
export const isProtected = ({ token, host }: Row): boolean => always.value({ hostId: host.id, tokenId: token.id });

/** The keys of those that stay: for this time, or always. */
export const kept = computed(
  () => new Set(rows.value.filter((row) => unchecked.value.has(key(row)) || isProtected(row)).map(key)),
);

/** What has to be typed: the name of the organization, or the words for all of them. */
export const word = computedInWords(() => (showsAll.value ? m('all_organizations_word') : (host.value?.name ?? '')));

/** Whether the whole list was just read, everywhere. */
export const isReady = computed(
  () =>
    !refreshing.value &&
    shown.value.every(({ host, snapshot, failure }) => host.identity && failure === null && snapshot?.complete),
);

export function check(some: readonly Row[], checked: boolean): void {
  const keys = new Set(some.map(key));
  const others = [...unchecked.value].filter((each) => !keys.has(each));
  unchecked.value = new Set(checked ? others : [...others, ...keys]);
}
