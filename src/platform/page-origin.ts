import { browser } from './browser';

function ruleFor(id: number, origin: string, to: string) {
  return {
    id,
    condition: {
      // This extension's own requests, and no page's.
      initiatorDomains: [new URL(browser.runtime.getURL('')).hostname],
      urlFilter: `|${to}/`,
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
  if (rules.length === 0) return;
  await browser.declarativeNetRequest.updateSessionRules({ removeRuleIds: rules.map(({ id }) => id) });
}

let lastRule = 0;

/**
 * Runs `send` while the changes that this extension sends to `origins` carry the first of them, that of the host's own
 * pages, in place of the extension's. The rules live in the browser's memory, and end with the change.
 */
export async function withPageOrigin<T>(origins: [string, ...string[]], send: () => Promise<T>): Promise<T> {
  const addRules = origins.map((to) => ruleFor(++lastRule, origins[0], to));
  const removeRuleIds = addRules.map(({ id }) => id);
  const rules = browser.declarativeNetRequest;
  try {
    await rules.updateSessionRules({ addRules, removeRuleIds });
    return await send();
  } finally {
    await rules.updateSessionRules({ removeRuleIds });
  }
}
