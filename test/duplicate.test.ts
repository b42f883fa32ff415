import { beforeEach, expect, test, vi } from 'vitest';
import '../src/background/index';
import { stored } from '../src/platform/stored';
import { refresh } from '../src/ui/deeds/doing';
import { duplicate } from '../src/ui/deeds/minting';
import { load } from '../src/ui/stores/load';
import { template } from '../src/ui/stores/new-token';
import { go, goHome, view } from '../src/ui/stores/screen';
import { rowNamed } from './fakes/row-named';
import { added, eachOnAServiceOfItsOwn } from './fakes/service';

eachOnAServiceOfItsOwn();

beforeEach(goHome);

async function listed(name: string) {
  const { hostId } = await added('fabrikam');
  await stored.chosenHost.set(hostId);
  await load();
  await refresh();
  return await rowNamed(name);
}

test('the fields of a duplicate are there before a server answers, and nobody is called back to them', async () => {
  const row = await listed('ci-build');
  let goOn = () => {};
  const gate = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const send = fetch;
  vi.stubGlobal('fetch', async (input: string, init?: RequestInit) => {
    await gate;
    return await send(input, init);
  });
  const reading = duplicate(row);
  expect([view.value, template.value?.draft.scopes]).toEqual(['create', row.token.scopes]);
  go('details');
  goOn();
  await reading;
  expect(view.value).toBe('details');
});

test('the fields are filled in anew for another token, also for one of the same name', async () => {
  const row = await listed('ci-build');
  await duplicate(row);
  const before = template.value;
  await duplicate({ ...row, token: { ...row.token, id: 'another', scopes: ['vso.wiki'] } as typeof row.token });
  expect(template.value?.draft).toMatchObject({ name: before?.draft.name, scopes: ['vso.wiki'] });
  expect(template.value?.key).not.toBe(before?.key);
});
