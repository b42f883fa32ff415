import { expect, test, vi } from 'vitest';
import { isShut, shutWhile, underWay, whenOpen } from './under-way';

test('nothing begins while it is erased, and what waits for that is done after', async () => {
  const seen: string[] = [];
  const erased = shutWhile(
    async () => {
      void whenOpen(async () => seen.push('a deed'));
      await new Promise(setImmediate);
      seen.push(isShut() ? 'erased' : 'open');
    },
    () => seen.push('jobs'),
  );
  expect(isShut()).toBe(true);
  await erased;
  await vi.waitFor(() => expect(seen).toEqual(['erased', 'jobs', 'a deed']));
  expect(isShut()).toBe(false);
});

test('an erasure that fails is told, and holds up nothing that comes after it', async () => {
  const jobs = vi.fn();
  await expect(shutWhile(() => Promise.reject(new Error('the disk is broken')), jobs)).rejects.toThrow('broken');
  expect([isShut(), jobs.mock.calls.length]).toEqual([false, 1]);
  expect(await whenOpen(async () => 'done')).toBe('done');
});

test('what ends late is erased once more, before anything else begins', async () => {
  vi.useFakeTimers();
  let end = () => {};
  const late = new Promise<void>((resolve) => {
    end = resolve;
  });
  void underWay(late);
  const erase = vi.fn(async () => undefined);
  const erased = shutWhile(erase, () => undefined);
  await vi.advanceTimersByTimeAsync(1_000);
  await erased;
  expect([erase.mock.calls.length, isShut()]).toEqual([1, true]);
  end();
  await vi.waitFor(() => expect(isShut()).toBe(false));
  expect(erase).toHaveBeenCalledTimes(2);
  vi.useRealTimers();
});
