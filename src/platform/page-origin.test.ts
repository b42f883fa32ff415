import { expect, test, vi } from 'vitest';
import browser from '../../test/fakes/browser';
import { withPageOrigin } from './page-origin';

test('requests of this extension alone are changed, and no page’s own', async () => {
  const rules = vi.spyOn(browser.declarativeNetRequest, 'updateSessionRules');
  await withPageOrigin(['https://dev.azure.com', 'https://vssps.dev.azure.com'], async () => undefined);
  const added = rules.mock.calls.flatMap(([{ addRules = [] }]) => addRules);
  rules.mockRestore();
  const condition = expect.objectContaining({ initiatorDomains: [browser.runtime.id] });
  expect(added).toEqual(Array(2).fill(expect.objectContaining({ condition })));
});
