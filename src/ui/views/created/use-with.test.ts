import { h } from 'preact';
import { afterAll, expect, test, vi } from 'vitest';
import { FABRIKAM } from '../../../../gallery/fixtures/hosts';
import { nothing } from '../../../../gallery/story';
import { drawnIn } from '../../../../test/given';
import { NOTHING_HANDED_OVER } from '../../../core/recipes/hand-over';

// What the view asks the browser while it is loaded.
vi.stubGlobal('navigator', { userAgent: 'Linux' });
const { UseWith } = await import('./use-with');
afterAll(() => void vi.unstubAllGlobals());

/** The recipes that can be chosen, by their ids. */
function offered(shown?: readonly string[]): unknown[] {
  const screen = h(UseWith, {
    ...{ host: FABRIKAM, scopes: ['vso.packaging'], shown, onRecipe: nothing },
    isLast: true,
    onCopySnippet: async () => true,
    onRecall: async () => NOTHING_HANDED_OVER,
    onRemember: async () => undefined,
  });
  const options = drawnIn(screen).filter(({ type }) => type === 'option');
  return options.flatMap(({ props }) => ('value' in props && props.value !== '' ? [props.value] : []));
}

test('of all recipes those are offered that an administrator lets be shown', () => {
  expect(offered()).toEqual(expect.arrayContaining(['npm', 'pip', 'git-helper']));
  expect(offered(['pip', 'git-helper']).toSorted()).toEqual(['git-helper', 'pip']);
});
