import type { Shown } from '../../core/reminders/agenda';
import { faceOf, type Tone } from '../../core/reminders/badge';
import { browser } from '../../platform/browser';
import { listInWords } from '../../platform/in-words/sequence';
import { message as m } from '../../platform/message';
import { stored } from '../../platform/stored';
import { plural } from '../../platform/words';
import { inOrder } from './queue';

/** White can be read on each of them. */
const COLOURS = {
  secret: '#0e6b5e',
  calm: '#0e6b5e',
  urgent: '#b3261e',
  'signed-out': '#8a5a00',
} satisfies Record<Tone, string>;

/** The icon itself: grey where there is no organization to mint in yet. */
const pathsOf = (grey: boolean) =>
  Object.fromEntries([16, 24, 32].map((size) => [size, `/icons/${grey ? 'grey-' : ''}${size}.png`]));

const NOTHING: Shown = {
  count: { expiring: 0, within: 0, urgent: false },
  signedOut: [],
};

function titleOf({ count, signedOut }: Shown, hasSecret: boolean): string {
  const { expiring, urgent } = count;
  const sentences = [
    hasSecret ? m('badge_secret') : '',
    signedOut.length > 0 ? m('badge_signed_out', listInWords(signedOut)) : '',
    expiring > 0 ? plural('badge_count', expiring, plural('within_days', count.within)) : '',
    urgent ? m('badge_urgent') : '',
  ].filter((sentence) => sentence !== '');
  return [m('patina'), ...sentences].join('\n');
}

async function faceNow(agenda: Shown | null) {
  const hasSecret = (await stored.minted.get()).length > 0;
  const isNew = (await stored.hosts.get()).length === 0;
  const shown = agenda ?? NOTHING;
  return { ...faceOf(shown, hasSecret), title: titleOf(shown, hasSecret), isNew };
}

/** Shows on the toolbar icon what is known of the ends of tokens, and says it in words when it is pointed at. */
export async function showBadge(agenda: Shown | null): Promise<void> {
  const { text, tone, title, isNew } = await faceNow(agenda);
  const { action } = browser;
  await Promise.all([
    // From the root: the worker of Chromium and the event page of Firefox stand at different depths.
    action.setIcon({ path: pathsOf(isNew) }),
    action.setBadgeText({ text }),
    action.setBadgeBackgroundColor({ color: COLOURS[tone] }),
    action.setBadgeTextColor({ color: '#ffffff' }),
    action.setTitle({ title }),
  ]);
}

/** The same where nothing has changed, but the browser may have been started anew: it forgets what was on the icon. */
export async function restoreBadge(agenda: Shown): Promise<void> {
  const { text, isNew } = await faceNow(agenda);
  if (isNew || (await browser.action.getBadgeText({})) !== text) await showBadge(agenda);
}

/** The same after a new secret has come or gone. */
export const showSecretOnBadge = (): Promise<void> => inOrder(async () => showBadge(await stored.agenda.get()));
