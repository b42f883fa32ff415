import { browser } from './browser';

/** Where changes are to look as if they came from: the origin of a host's own pages. */
export type PageOrigin = string;

function ruleFor(id: number, origin: PageOrigin, domain: string) {
  return {
    id,
    condition: {
      // This extension's own requests, and no page's.
      initiatorDomains: [new URL(browser.runtime.getURL('')).hostname],
      requestDomains: [domain],
      requestMethods: ['post', 'put', 'delete'],
      resourceTypes: ['xmlhttprequest' as const, 'other' as const],
    },
    action: {
      type: 'modifyHeaders' as const,
      requestHeaders: [{ header: 'Origin', operation: 'set' as const, value: origin }],
    },
  };
}

/** Takes away rules that a worker left behind when it was ended in the middle of a change. */
export async function forgetPageOrigins(): Promise<void> {
  const rules = await browser.declarativeNetRequest.getSessionRules();
  await browser.declarativeNetRequest.updateSessionRules({ removeRuleIds: rules.map(({ id }) => id) });
}

let lastRule = 0;

/**
 * Runs `send` while the changes that this extension sends to `domain` and what is under it carry the origin of the
 * host's pages in place of the extension's. The rule lives in the browser's memory, and ends with the change.
 */
export async function withPageOrigin<T>(origin: PageOrigin, domain: string, send: () => Promise<T>): Promise<T> {
  const id = ++lastRule;
  const rules = browser.declarativeNetRequest;
  try {
    await rules.updateSessionRules({ addRules: [ruleFor(id, origin, domain)], removeRuleIds: [id] });
    return await send();
  } finally {
    await rules.updateSessionRules({ removeRuleIds: [id] });
  }
}
