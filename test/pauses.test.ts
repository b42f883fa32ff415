import { expect, test, vi } from 'vitest';
import '../src/background/index';
import { call } from '../src/contract/call';
import { HOUR, SECOND } from '../src/core/duration';
import { stored } from '../src/platform/stored';
import { added, eachOnAServiceOfItsOwn } from './fakes/service';

const at = eachOnAServiceOfItsOwn();

test('a pause of hours that one organization asks for holds as long for the others of the cloud', async () => {
  const { hostId } = await added('fabrikam');
  const sister = (await stored.hosts.get()).find(({ id }) => id !== hostId);
  if (!sister) throw new Error('one organization alone');
  const settings = await stored.settings.get();
  await call('settings.save', { settings: { ...settings, checkEveryHours: 1 } });
  const until = Date.now() + 3 * HOUR;
  at.server.faults.set('throttled429', { seconds: (3 * HOUR) / SECOND, path: 'fabrikam' });
  await call('tokens.refresh', { hostId });

  const turn = async () => (await stored.turns.get()).find((each) => each.hostId === sister.id)?.at ?? 0;
  await vi.waitFor(async () => expect(await turn()).toBeGreaterThanOrEqual(until));

  // Nobody refused it itself, and yet another period does not bring it sooner.
  await call('settings.save', { settings: { ...settings, checkEveryHours: 6 } });
  expect(await turn()).toBeGreaterThanOrEqual(until);

  at.server.requests.length = 0;
  const asked = await call('tokens.refresh', { hostId: sister.id });
  expect(asked).toMatchObject({ failure: { kind: 'throttled' } });
  if (!asked.ok && asked.failure.kind === 'throttled') expect(asked.failure.until).toBeGreaterThanOrEqual(until);
  expect(at.server.requests).toEqual([]);
});
