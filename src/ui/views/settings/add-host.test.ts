import { randomBytes } from 'node:crypto';
import { h } from 'preact';
import { expect, test, vi } from 'vitest';
import { draw } from '../../../../test/fakes/page';
import { AddressForm } from './add-host';

const drawn = (bytes: number) => randomBytes(bytes).toString('hex');

test.each([
  ['a token', `fabrikam z${drawn(30)}`, false],
  ['a password', `https://me:${drawn(6)}@dev.azure.com/fabrikam`, false],
  ['an address', 'https://dev.azure.com/fabrikam', true],
])('the field of an address in which %s was pasted keeps nothing secret', async (_, text, isKept) => {
  const onAdd = vi.fn();
  const page = draw(h(AddressForm, { busy: false, onAdd }));
  const field = () => page.first('input')?.attributes.get('value');
  page.first('input')?.fire('input', { currentTarget: { value: text } });
  await vi.waitFor(() => expect(field()).toBe(text));
  page.first('form')?.fire('submit', { preventDefault: () => undefined });
  expect(onAdd).toHaveBeenCalledExactlyOnceWith(text);
  await new Promise((resolve) => setTimeout(resolve));
  expect(field()).toBe(isKept ? text : '');
});
