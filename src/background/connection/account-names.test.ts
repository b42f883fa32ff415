import { beforeEach, expect, test, vi } from 'vitest';
import { FABRIKAM, PAUL } from '../../../gallery/fixtures/hosts';
import browser from '../../../test/fakes/browser';
import { accountOn, noteSeen, unseenAccount } from './account-names';

const RAISA = { id: '22222222-2222-4222-8222-222222222222', name: 'Raisa Pokrovskaya' };

beforeEach(() => {
  vi.restoreAllMocks();
  browser.reset();
});

test('an account that was shown is called by its name after another one has taken its place', async () => {
  await noteSeen(FABRIKAM.id, PAUL, RAISA);
  expect(await accountOn({ ...FABRIKAM, identity: RAISA }, PAUL.id)).toEqual(PAUL);
});

test.each(['local', 'session'] as const)(
  'where storage.%s gives nothing, it has no name, and nobody waits for one',
  async (area) => {
    vi.spyOn(console, 'warn').mockReturnValue();
    await noteSeen(FABRIKAM.id, PAUL, RAISA);
    vi.spyOn(browser.storage[area], 'get').mockRejectedValue(new Error('IO error: corruption'));
    expect(await accountOn({ ...FABRIKAM, identity: RAISA }, PAUL.id)).toEqual(unseenAccount(PAUL.id));
    expect(await accountOn(FABRIKAM, PAUL.id)).toEqual(PAUL);
  },
);
