import { browser } from './browser';

const RULE = 1;

function ruleFor(origin: string) {
  return {
    id: RULE,
    condition: {
      // This extension's own requests, and no page's.
      initiatorDomains: [new URL(browser.runtime.getURL('')).hostname],
      requestDomains: ['dev.azure.com'],
      requestMethods: ['post', 'put', 'delete'],
      resourceTypes: ['xmlhttprequest' as const, 'other' as const],
    },
    action: {
      type: 'modifyHeaders' as const,
      requestHeaders: [{ header: 'Origin', operation: 'set' as const, value: origin }],
    },
  };
}

let users = 0;

/** Takes away a rule that a worker left behind when it was ended in the middle of a change. */
export async function forgetPageOrigin(): Promise<void> {
  await browser.declarativeNetRequest.updateSessionRules({ removeRuleIds: [RULE] });
}

/**
 * Runs `send` while the changes that this extension sends to Azure DevOps carry the origin of its pages in place of the
 * extension's. The rule lives in the browser's memory, and is gone when nobody uses it.
 */
export async function withPageOrigin<T>(origin: string, send: () => Promise<T>): Promise<T> {
  const rules = browser.declarativeNetRequest;
  users += 1;
  try {
    await rules.updateSessionRules({ addRules: [ruleFor(origin)], removeRuleIds: [RULE] });
    return await send();
  } finally {
    users -= 1;
    if (users === 0) await forgetPageOrigin();
  }
}
