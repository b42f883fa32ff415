import { signal } from '@preact/signals';
import { isTypedFor, type Unsent } from '../../core/minting/unsent';
import { stored } from '../../platform/stored';
import { host, hosts } from './hosts';
import { show } from './lists';
import { askedPurpose, refusedToken, template, unsent } from './new-token';
import { hush } from './notice';

/** Which screen the popup shows, unless there is a new token to hand over: that comes first. */
type View = 'home' | 'create' | 'add-host' | 'details';

export const view = signal<View>('home');

/** How often something else came to be shown: another view, or in a tab another page. */
let turned = 0;

export function turnPage(): void {
  turned += 1;
}

/** What is shown now; answers whether it still is. */
export function sameScreen(): () => boolean {
  const before = turned;
  return () => turned === before;
}

export function go(to: View): void {
  turnPage();
  hush();
  if (to !== 'create') template.value = null;
  askedPurpose.value = null;
  refusedToken.value = null;
  unsent.value = null;
  view.value = to;
}

/** The fields of New token as they stand now; answers whether they still do, for the same host. */
export function placeOfFields(): () => boolean {
  const [isShown, at] = [sameScreen(), host.value?.id];
  return () => view.value === 'create' && isShown() && host.value?.id === at;
}

export const goHome = () => go('home');

/** Whether a create that asks for it went out, and nobody knows how that ended. */
async function isSent(typed: Unsent): Promise<boolean> {
  const intents = await stored.intents.get();
  return intents.some((intent) => intent.strayIds.length === 0 && isTypedFor(intent, typed));
}

/** Goes on where the popup was closed over what was typed into New token, at the host that it was typed for, unless it was sent. */
export async function loadUnsent(): Promise<void> {
  const typed = await stored.unsent.get();
  if (typed === null || host.value === null || (await isSent(typed))) return;
  const place = hosts.value.find(({ id }) => id === typed.hostId);
  if (place && place !== host.value) await show(place.id);
  view.value = 'create';
  unsent.value = typed;
}
