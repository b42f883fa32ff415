import { describe, expect, test, vi } from 'vitest';
import type { FaultOptions } from '../dev-server/fault';
import type { FaultName } from '../dev-server/faults';
import '../src/background/index';
import { call } from '../src/contract/call';
import { HostId, ServerHost } from '../src/core/host';
import { stored } from '../src/platform/stored';
import browser from './fakes/browser';
import { reach } from './fakes/network';
import { report } from './fakes/report';
import { added, eachOnAServiceOfItsOwn } from './fakes/service';

const at = eachOnAServiceOfItsOwn();

const failedWith = (count: number) =>
  vi.waitFor(async () => expect((await stored.traces.get()).length).toBeGreaterThanOrEqual(count));

// Each tells one cause from all the others, to somebody who has the text alone.
const causes: [string, FaultName, FaultOptions, RegExp[]][] = [
  ['signed out by a redirect', 'signedOut302', {}, [/signed-out, by a refusal/, /-> signed-out, .*\(redirect\)/]],
  ['signed out by 401', 'signedOut401', {}, [/401 UnauthorizedRequestException .*asks for: Basic, Bearer; TF400813/]],
  ['a gateway', 'gateway403', {}, [/failed \(between\)/, /403 -> between, .*html; not signed by Azure DevOps/]],
  ['not a member', 'notMember401', {}, [/forbidden, with a word why/, /-> forbidden.*TF400813/]],
  ['a rule of conditional access', 'conditionalAccess', {}, [/-> policy.*VS403463/]],
  ['a server in trouble', 'unavailable503', { seconds: 1 }, [/503 .*-> unexpected.*asks for a pause/]],
  ['no network', 'reset', {}, [/failed \(offline\)/, /no answer -> offline/]],
  ['an API of another form', 'html200', {}, [/signed-out, by a page/, /200 -> signed-out, .*html/]],
];

describe('the diagnostics tell', () => {
  test.each(causes)('%s', async (_, fault, options, signs) => {
    const { hostId } = await added('fabrikam');
    at.server.faults.set(fault, options);
    await call('tokens.refresh', { hostId });
    await failedWith(1);
    const text = await report();
    for (const sign of signs) expect(text).toMatch(sign);
  });

  test.each([
    ['UnauthorizedRequestException', 'UnauthorizedRequestException'],
    ['AnnaSchmidtOfPayroll', 'another'],
    [['Anna'], ''],
  ])('a word of a server for its error as one that is known: %s', async (typeKey, told) => {
    const { hostId } = await added('fabrikam');
    vi.stubGlobal('fetch', async () => Response.json({ typeKey, message: 'no' }, { status: 400 }));
    await call('tokens.refresh', { hostId });
    await failedWith(1);
    expect(new Set((await stored.traces.get()).map((each) => each.typeKey))).toEqual(new Set([told]));
    expect(await report()).not.toContain('Anna');
  });

  test('that a browser holds back a host', async () => {
    const { hostId } = await added('fabrikam');
    browser.permissions.denied.add('https://dev.azure.com/*');
    await call('tokens.refresh', { hostId });
    expect(await report()).toMatch(/the browser holds it back; account seen/);
  });

  test('which way a change took, and what led there', async () => {
    const who = await added('fabrikam');
    browser.tabs.open = [{ id: 1, url: 'https://dev.azure.com/fabrikam', active: false }];
    browser.scripting.fetch = (url, init) => reach(at.server, () => at.cookie)(url, init);
    at.server.faults.set('pageOnly', { by: 'fetchSite', method: 'POST' });
    await call('tokens.mint', { ...who, purpose: 'clone' });
    await failedWith(2);
    const text = await report();
    expect(text).toMatch(/reads by worker, changes by tab, since .* after forbidden/);
    expect(text).toMatch(
      /POST Contribution\/HierarchyQuery 403 -> forbidden, at dev\.azure\.com, by worker \(no body\)/,
    );
    expect(text).toMatch(/by page-origin/);
  });

  test('what a list and the badge are made of', async () => {
    const { hostId } = await added('fabrikam');
    await call('tokens.refresh', { hostId });
    await vi.waitFor(async () => expect(await stored.agenda.get()).not.toBeNull());
    const text = await report();
    expect(text).toMatch(/\d+ tokens: \d+ active, \d+ revoked, \d+ expired; \d+ for all organizations; read /);
    expect(text).toMatch(/Badge: \d+ end within \d+ days/);
  });

  test('what a server is, and that its certificate may not be trusted', async () => {
    const id = HostId.parse('server:https://tfs.fabrikam.example/one');
    const root = 'https://tfs.fabrikam.example/One';
    const about = { id, kind: 'server', name: 'tfs.fabrikam.example/One', root, base: root, product: 'TFS 2018' };
    const api = { tokensAt: 'collection', version: '4.1', createVersion: '1.0', hasProviders: false };
    await stored.hosts.set([{ ...ServerHost.parse({ ...about, ...api }), identity: null }]);
    vi.stubGlobal('fetch', async () => {
      throw new TypeError('Failed to fetch');
    });
    await call('tokens.refresh', { hostId: id });
    await failedWith(1);
    const text = await report();
    expect(text).toMatch(/server \(TFS 2018, https, tokens at the collection, API 4\.1\): nothing read/);
    expect(text).toMatch(/offline, a server with https: perhaps its certificate/);
    expect(text).toMatch(/at server over https/);
  });
});
