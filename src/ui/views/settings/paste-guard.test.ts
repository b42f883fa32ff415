import { randomBytes } from 'node:crypto';
import { h } from 'preact';
import { expect, test, vi } from 'vitest';
import { nothing } from '../../../../gallery/story';
import { draw } from '../../../../test/fakes/page';
import { NO_GUARD } from '../../../core/guard/guard';
import { PasteGuard } from './paste-guard';

const drawn = () => randomBytes(30).toString('hex');

test.each<[string, string, string[], boolean]>([
  ['a token', `z${drawn()}`, [], false],
  ['a token among other words', `wiki z${drawn()}`, [], false],
  ['a site with a token behind it', `https://wiki.example/?key=z${drawn()}`, ['https://wiki.example'], false],
  ['no site', 'my wiki, please', [], true],
])('the field for a site in which %s was pasted keeps nothing secret', async (_, text, added, isKept) => {
  const onAdd = vi.fn();
  const page = draw(
    h(PasteGuard, { guard: NO_GUARD, unallowed: [], hosts: [], onAdd, onRemove: nothing, onSwitch: nothing }),
  );
  const field = () => page.first('input')?.attributes.get('value');
  page.first('input')?.fire('input', { currentTarget: { value: text } });
  await vi.waitFor(() => expect(field()).toBe(text));
  page.first('form')?.fire('submit', { preventDefault: nothing });
  expect(onAdd.mock.calls.flat()).toEqual(added);
  await new Promise((resolve) => setTimeout(resolve));
  expect(field()).toBe(isKept ? text : '');
});
