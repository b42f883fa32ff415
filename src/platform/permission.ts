import type { Host } from '../core/host';
import { browser, isFirefox } from './browser';

const SERVICES = ['https://dev.azure.com/*', 'https://vssps.dev.azure.com/*'];
const OLDER_ADDRESSES = ['https://*.visualstudio.com/*'];

/** What has to be allowed so that a host can be asked, as match patterns. */
function patternsFor(host: Host): string[] {
  if (host.kind === 'server') return patternsIn(host.root);
  return host.domain === 'visualstudio.com' ? OLDER_ADDRESSES : SERVICES;
}

/** Whether the user lets the extension ask that host; a browser lets them take it back at any time. */
export async function mayReach(host: Host): Promise<boolean> {
  return await browser.permissions.contains({ origins: patternsFor(host) });
}

/** Whether what a text names may be asked. */
export async function mayReachAddress(text: string): Promise<boolean> {
  const origins = patternsIn(text);
  return origins.length === 0 || (await browser.permissions.contains({ origins }));
}

/** What has to be allowed so that the host in a user's text can be asked; nothing where it was allowed at installation. */
function patternsIn(text: string): string[] {
  const [, scheme = 'https', host = ''] = /^(?:(https?):\/\/)?(?:[^@/]*@)?([^/?#]+)/i.exec(text.trim()) ?? [];
  if (!/[.:]/.test(host) && !/:\/\//.test(text)) return [];
  if (!URL.canParse(`${scheme}://${host}`)) return [];
  const { protocol, hostname, port } = new URL(`${scheme}://${host}`);
  if (/(^|\.)dev\.azure\.com$/.test(hostname)) return [];
  if (hostname.endsWith('.visualstudio.com')) return OLDER_ADDRESSES;
  return [`${protocol}//${hostname}${port === '' || isFirefox() ? '' : `:${port}`}/*`];
}

/**
 * Asks the user, where that is needed, to let the extension reach what a text names. A browser shows the question only
 * as the direct answer to a click or a key, so nothing may be awaited before; and never in a popup, which it closes.
 */
export async function askToReach(text: string): Promise<void> {
  const origins = patternsIn(text);
  if (origins.length > 0) await browser.permissions.request({ origins });
}

const READING = { permissions: ['clipboardRead' as const] };

/** Whether the extension may look what the clipboard holds. */
export async function mayReadClipboard(): Promise<boolean> {
  return await browser.permissions.contains(READING);
}

/** Asks the user for that, as the direct answer to a click, or gives it back; answers what holds then. */
export async function letReadClipboard(allowed: boolean): Promise<boolean> {
  if (allowed) return await browser.permissions.request(READING);
  await browser.permissions.remove(READING);
  return false;
}

/** Gives back what was allowed for a host that is no longer wanted, and that no other host needs. */
export async function giveUp(host: Host, others: Host[]): Promise<void> {
  const needed = new Set([...SERVICES, ...others.flatMap(patternsFor)]);
  const origins = patternsFor(host).filter((pattern) => !needed.has(pattern));
  if (origins.length > 0) await browser.permissions.remove({ origins });
}
