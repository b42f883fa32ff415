import { expect, test } from 'vitest';
import { HandOver, withoutSecrets } from './hand-over';

test.each([
  ['today’s secret', `${'a1B2'.repeat(19)}AZDOxyz1`],
  ['a secret of 52 letters', 'q7'.repeat(26)],
  ['one inside other words', `token ${'z9'.repeat(30)} here`],
  ['one in base64', Buffer.from('q7'.repeat(26)).toString('base64')],
])('%s in a field is left out, and nothing else', (_, feed) => {
  const kept = withoutSecrets({ recipe: 'npm', shell: 'bash', fields: { feed, feedProject: 'Größe & 日本語 100%' } });
  expect(kept).toEqual({ recipe: 'npm', shell: 'bash', fields: { feedProject: 'Größe & 日本語 100%' } });
});

test.each([
  ['no fields', { recipe: 'npm' }],
  ['a shell that there is not', { recipe: 'npm', shell: 'fish', fields: {} }],
  ['a field without an end', { recipe: 'npm', fields: { feed: 'x'.repeat(401) } }],
])('%s is not read', (_, stored) => {
  expect(HandOver.safeParse(stored).success).toBe(false);
});
