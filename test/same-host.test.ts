import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import '../src/background/index';
import { createOnPremServer, type OnPremServer } from '../dev-server/onprem/create-onprem-server';
import { organizations } from '../dev-server/tenant';
import { call } from '../src/contract/call';
import { HostId, type KnownHost, ServicesHost } from '../src/core/host';
import { withFound, withOthers } from '../src/core/hosts/found-host';
import { Guid } from '../src/core/token';
import { stored } from '../src/platform/stored';
import browser from './fakes/browser';
import { reach } from './fakes/network';
import { added, eachOnAServiceOfItsOwn } from './fakes/service';

const known = async () => (await stored.hosts.get()).map(({ id, name }) => [id, name]);

describe('an organization that was renamed', () => {
  const at = eachOnAServiceOfItsOwn();
  const { fabrikam } = organizations;
  afterEach(() => {
    fabrikam.name = 'fabrikam';
  });

  async function rotating() {
    const by = await added('fabrikam');
    await call('tokens.refresh', { hostId: by.hostId });
    const { snapshot } = await stored.reading(by.hostId).get();
    const token = snapshot?.tokens.find(({ name }) => name === 'ci-build');
    if (!token) throw new Error('no ci-build');
    const started = await call('rotations.start', {
      ...by,
      tokenId: token.id,
      keep: 'for-a-day',
      lifetime: { days: 30 },
      on: [by],
    });
    expect(started.ok).toBe(true);
    return by;
  }

  test('is known again when its new name is added, and what was kept of it goes on there', async () => {
    const by = await rotating();
    fabrikam.name = 'fabrikam2';
    expect(await added('https://dev.azure.com/fabrikam2/_git/x')).toEqual(by);
    expect(await known()).toEqual([
      ['services:contoso', 'contoso'],
      ['services:fabrikam', 'fabrikam2'],
    ]);
    const [rotation] = await stored.rotations.get();
    expect(rotation?.old.hostId).toBe(by.hostId);
    at.server.requests.length = 0;
    expect(await call('rotations.end', { ...by, rotationId: rotation?.id ?? '', by: 'confirmed' })).toMatchObject({
      ok: true,
    });
    expect(await call('tokens.refresh', { hostId: by.hostId })).toEqual({ ok: true });
    expect([...new Set(at.server.requests.map(({ path }) => path.split('/')[1]))]).toEqual(['fabrikam2']);
  });

  test('is known again when another organization of the session is added', async () => {
    await added('fabrikam');
    fabrikam.name = 'fabrikam2';
    await added('contoso');
    expect((await known()).toSorted()).toEqual([
      ['services:contoso', 'contoso'],
      ['services:fabrikam', 'fabrikam2'],
    ]);
  });
});

describe('what is known again', () => {
  const organization = (name: string, instanceId?: string, id = `services:${name}`): KnownHost => ({
    ...ServicesHost.parse({ id, kind: 'services', name }),
    identity: null,
    ...(instanceId === undefined ? {} : { instanceId }),
  });
  const ids = (hosts: KnownHost[]) => hosts.map(({ id, name }) => `${id} ${name}`);
  const found = (name: string, instanceId: string) => ({ host: organization(name), instanceId });

  test('another organization that takes the name of a renamed one has an id of its own', () => {
    const renamed = withFound([organization('old', 'one')], found('new', 'one'), null);
    expect(ids(renamed)).toEqual(['services:old new']);
    expect(ids(withFound(renamed, found('old', 'two'), null))).toEqual(['services:old new', 'services:old:two old']);
  });

  test('whoever is signed in is so under the new name too, when it came along with another one', () => {
    const identity = { id: Guid.parse('bb5bb6c8-ef0a-400f-8987-92b3674d2043'), name: 'Normal Paulk' };
    const renamed = withOthers([{ ...organization('old', 'one'), identity }], [found('new', 'one')]);
    expect(renamed).toMatchObject([{ id: 'services:old', name: 'new', identity }]);
  });

  test('one that stands there under both names stands there once', () => {
    const twice = [organization('old', 'one'), organization('new')];
    expect(ids(withFound(twice, found('new', 'one'), null))).toEqual(['services:old new']);
  });

  test('a server is believed about itself alone', () => {
    const at = (root: string): KnownHost => ({
      ...{ id: HostId.parse(`server:${root}`), kind: 'server', name: root, root, base: root, product: '' },
      ...{ tokensAt: 'collection', version: '5.0', createVersion: '5.0', hasProviders: true, identity: null },
      instanceId: 'one',
    });
    const own = at('https://tfs.corp.example/C');
    expect(withOthers([own], [{ host: at('https://evil.example/C'), instanceId: 'one' }])).toHaveLength(2);
    expect(withOthers([own], [{ host: at('https://tfs.corp.example/D'), instanceId: 'one' }])).toMatchObject([
      { id: own.id, name: 'https://tfs.corp.example/D' },
    ]);
  });
});

describe('a collection whose address can be written in two ways', () => {
  let server: OnPremServer;
  beforeEach(() => browser.reset());
  afterEach(async () => {
    vi.unstubAllGlobals();
    await server.close();
  });

  test.each([
    ['R&D', 'R&D', 'R%26D'],
    ['Sammlung Süd', 'sammlung süd', 'Sammlung%20S%C3%BCd'],
    ['C#', 'C%23', 'c%23'],
    ["It's (1)", "It's (1)", 'It%27s%20%281%29'],
  ])('%s stands there once', async (name, first, second) => {
    server = await createOnPremServer({ profile: 'ads2022', collections: [name, 'Two'] });
    vi.stubGlobal('navigator', { userAgent: 'a browser' });
    vi.stubGlobal(
      'fetch',
      reach(server, () => ''),
    );
    const base = `http://tfs.corp.example:${server.port}/tfs`;
    for (const each of [first, 'Two', second, '']) {
      const answer = await call('hosts.add', { address: `${base}/${each}` });
      expect(answer.ok ? '' : answer.failure).toBe('');
    }
    const names = (await known()).map(([, shown]) => shown?.split('/').at(-1)?.toLowerCase());
    expect(names.toSorted()).toEqual([name.toLowerCase(), 'two'].toSorted());
    await vi.waitFor(() => expect(server.requests.every(({ status }) => status !== undefined)).toBe(true));
  });
});
