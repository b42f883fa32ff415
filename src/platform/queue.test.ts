import { expect, test } from 'vitest';
import { queue } from './queue';

test('the next one begins when the one before is over, be it with an error', async () => {
  const inOrder = queue();
  const seen: string[] = [];
  const first = inOrder(async () => {
    await new Promise((resolve) => setTimeout(resolve));
    seen.push('first');
    throw new Error('broken');
  });
  const second = inOrder(async () => {
    seen.push('second');
    return 'answer';
  });
  await expect(first).rejects.toThrow('broken');
  expect(await second).toBe('answer');
  expect(seen).toEqual(['first', 'second']);
});

test('two queues do not wait for one another', async () => {
  const [one, other] = [queue(), queue()];
  expect(await one(() => other(async () => 'answer'))).toBe('answer');
});
