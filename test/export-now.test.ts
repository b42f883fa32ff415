import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { seedToken } from '../dev-server/seed';
import '../src/background/index';
import { call } from '../src/contract/call';
import { OverviewView } from '../src/page/records';
import { message as m } from '../src/platform/message';
import { homeAt } from '../src/popup/home';
import { exportList } from '../src/ui/deeds/exports';
import { host } from '../src/ui/stores/hosts';
import { load } from '../src/ui/stores/load';
import { notices } from '../src/ui/stores/notice';
import { Home } from '../src/ui/views/home/home';
import browser from './fakes/browser';
import { added, eachOnAServiceOfItsOwn } from './fakes/service';

// What is handed out is what was read for it: neither what was known before, nor called old when it is of now.

const at = eachOnAServiceOfItsOwn();
const written = vi.hoisted(() => [] as string[]);
vi.mock('../src/ui/exports/download', () => ({ download: (_: string, text: string) => written.push(text) }));

const { fire } = browser.storage.local.onChanged;
beforeEach(() => void written.splice(0));
afterEach(() => {
  browser.storage.local.onChanged.fire = fire;
});

test('a token that was made elsewhere is in it, though storage tells of the list only after the answer that it was read', async () => {
  const { hostId } = await added('fabrikam');
  await call('tokens.refresh', { hostId });
  await load();
  at.server.ledger.add(seedToken('made elsewhere', {}));
  const late: Promise<unknown>[] = [];
  browser.storage.local.onChanged.fire = (...given) => {
    if (!Object.keys(given[0]).some((key) => /^(reading|tokens)\b/.test(key))) return fire(...given);
    late.push(new Promise((resolve) => setTimeout(() => resolve(fire(...given)), 100)));
    return [];
  };
  await exportList('csv');
  expect(written.join()).toContain('made elsewhere');
  expect(notices.value).toMatchObject([{ role: 'status', text: expect.not.stringContaining('was read') }]);
  await Promise.all(late);
});

test('it is in it also where the disk takes no list, though the browser tells of its memory only after the answer', async () => {
  const { hostId } = await added('fabrikam');
  await call('tokens.refresh', { hostId });
  await load();
  at.server.ledger.add(seedToken('made elsewhere', {}));
  const { set } = browser.storage.local;
  browser.storage.local.set = (items) =>
    Object.keys(items).some((key) => /^(reading|tokens)\b/.test(key)) ? Promise.reject(new Error('full')) : set(items);
  const { fire: tell } = browser.storage.session.onChanged;
  const late: unknown[] = [];
  browser.storage.session.onChanged.fire = (...given) => {
    late.push(() => tell(...given));
    return [];
  };
  await exportList('csv');
  Object.assign(browser.storage.local, { set });
  browser.storage.session.onChanged.fire = tell;
  expect(written.join()).toContain('made elsewhere');
  expect(notices.value).toMatchObject([{ role: 'status', text: expect.not.stringContaining('was read') }]);
});

test('a reading that is under way when it is pressed is one of now', async () => {
  const { hostId } = await added('fabrikam');
  await load();
  const { set } = browser.storage.local;
  let goOn = () => {};
  const gate = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const held = vi.fn();
  browser.storage.local.set = async (items) => {
    if (Object.keys(items).some((key) => key.startsWith('reading'))) {
      held();
      await gate;
    }
    await set(items);
  };
  const before = call('tokens.refresh', { hostId });
  await vi.waitFor(() => expect(held).toHaveBeenCalled());
  const ofFabrikam = () => at.server.requests.filter(({ path }) => path.includes('fabrikam'));
  const asked = ofFabrikam().length;
  await new Promise((resolve) => setTimeout(resolve, 5)); // the list is of a moment before the press
  const exported = exportList('csv');
  await vi.waitFor(() => expect(notices.value).toMatchObject([{ text: m('export_reading') }]));
  goOn();
  await Promise.all([before, exported]);
  browser.storage.local.set = set;
  expect(ofFabrikam(), 'it was not asked again').toHaveLength(asked);
  expect(notices.value).toMatchObject([{ role: 'status', text: expect.not.stringContaining('was read') }]);
});

test('of a list that has only the tokens made there it is said that others may work, in Overview and in the popup too', async () => {
  await added('fabrikam');
  Object.assign(at.server.switches, { patsMode: 'open', patsList: 'madeHere', listForm: 'missing404' });
  at.server.faults.set('notFound404', { path: 'SessionTokens' });
  await load();
  await exportList('csv');
  const text = expect.stringContaining(m('export_only_made_here', 'fabrikam'));
  expect(notices.value).toMatchObject([{ role: 'alert', text }]);
  expect(renderToString(h(OverviewView, {}))).toContain(m('list_only_made_here'));
  const home = homeAt(host.value ?? expect.fail('there is a host'));
  expect(renderToString(h(Home, home))).toContain(m('list_only_made_here'));
});
