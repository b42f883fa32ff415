import { describe, expect, test } from 'vitest';
import '../src/background/index';
import { isCreate } from '../dev-server/requests';
import { knownHost } from '../src/background/connection/connection';
import { learn } from '../src/background/minting/limits';
import { call } from '../src/contract/call';
import { DAY } from '../src/core/duration';
import { longestDays, refusedBefore } from '../src/core/minting/expectation';
import { ok } from '../src/core/result';
import type { Token } from '../src/core/token';
import { stored } from '../src/platform/stored';
import { failureText } from '../src/ui/words/failures';
import browser from './fakes/browser';
import { added, eachOnAServiceOfItsOwn } from './fakes/service';

const at = eachOnAServiceOfItsOwn();
type By = Awaited<ReturnType<typeof added>>;

/** The lifetimes that were asked for, in days. */
const lifetimes = () =>
  at.server.requests.filter(isCreate).map(({ at: when, body }) => {
    const validTo = /"validTo":"([^"]+)"/.exec(JSON.stringify(body))?.[1] ?? '';
    return Math.round((Date.parse(validTo) - when) / DAY);
  });

const mint = (by: By, purpose = 'clone') => call('tokens.mint', { ...by, purpose });
const create = (by: By, scopes: string[], days = 1) =>
  call('tokens.create', { ...by, draft: { name: 'laptop', scopes, lifetime: { days } } });

async function limitsOf({ hostId }: By) {
  const limits = await stored.limits(hostId).get();
  if (!limits) throw new Error('nothing was learned');
  return limits;
}

describe('the longest lifetime of an organization', () => {
  test('that cuts is learned from the first token, and asked for from then on', async () => {
    const by = await added('fabrikam');
    Object.assign(at.server.switches, { longestDays: 10, overlong: 'clamped' });
    for (const purpose of ['clone', 'push', 'agent']) expect((await mint(by, purpose)).ok).toBe(true);
    expect(lifetimes()).toEqual([30, 10, 1]);
    expect((await limitsOf(by)).cut).toMatchObject({ days: 10 });
  });

  test('that refuses is come down to, a step with each press, and kept', async () => {
    const by = await added('fabrikam');
    Object.assign(at.server.switches, { longestDays: 5, overlong: 'refused' });
    const answers = [await mint(by), await mint(by), await mint(by), await mint(by)];
    expect(answers.map(({ ok }) => ok)).toEqual([false, false, true, true]);
    expect(lifetimes()).toEqual([30, 7, 1, 1]);
  });

  test('is learned in New token too, and disproved there', async () => {
    const by = await added('fabrikam');
    Object.assign(at.server.switches, { longestDays: 7, overlong: 'refused' });
    expect(await create(by, ['vso.code'], 30)).toMatchObject({
      failure: { kind: 'policy', policy: 'patLifespanPolicyViolation' },
    });
    expect(longestDays(await limitsOf(by))).toBe(7);
    at.server.switches.longestDays = 365;
    expect((await create(by, ['vso.code'], 60)).ok).toBe(true);
    expect(longestDays(await limitsOf(by))).toBe(365);
  });

  test('is counted by the server’s clock, by which its tokens end, and not by ours', async () => {
    const by = await added('fabrikam');
    const host = await knownHost(by.hostId);
    if (!host.ok) throw new Error(host.failure.kind);
    const at = Date.now() - 5 * DAY;
    const asked = { scopes: ['vso.code'], expiresAt: at + 30 * DAY };
    const learnt = async (days: number) => {
      const token = { expiresAt: at + days * DAY } as Token;
      await learn(host.value, { by: by.identityId, asked, at }, ok({ token }));
      const { cut, rounding } = await limitsOf(by);
      return [cut?.days, rounding?.up];
    };
    expect(await learnt(30)).toEqual([undefined, false]);
    expect(await learnt(10)).toEqual([10, false]);
  });

  test('is asked of that organization only, and goes with it', async () => {
    const by = await added('fabrikam');
    Object.assign(at.server.switches, { longestDays: 7, overlong: 'clamped' });
    await mint(by);
    await mint(await added('contoso'));
    expect(lifetimes()).toEqual([30, 30]);
    await call('hosts.remove', { hostId: by.hostId });
    expect(browser.storage.local.dump()).not.toContain('limits:services:fabrikam');
  });
});

test('a refusal of everything but packages is told from one of everything', async () => {
  const by = await added('fabrikam');
  at.server.faults.set('policyRefused', { error: 'DisablePatCreationPolicyViolation', times: 1 });
  await create(by, ['vso.code']);
  expect(refusedBefore(await limitsOf(by), ['vso.work'])?.rule).toBe('creation');
  expect((await create(by, ['vso.packaging_write'])).ok).toBe(true);
  expect(refusedBefore(await limitsOf(by), ['vso.work'])?.rule).toBe('packages-only');
  expect((await create(by, ['vso.code'])).ok).toBe(true);
  expect(refusedBefore(await limitsOf(by), ['vso.work'])).toBeNull();
});

const POLICIES = [
  ['FullScopePatPolicyViolation', /full access/],
  ['PatLifespanPolicyViolation', /shorter/],
  ['GlobalPatPolicyViolation', /for each organization/],
  ['GlobalPATCreationBlocked', /no longer makes/],
  ['DisablePatCreationPolicyViolation', /Packaging alone.*Ask an administrator/],
  ['FailedToReadTenantPolicy', /could not read your company’s policies/],
  ['FailedToReadOrgPolicy', /could not read your organization’s policies/],
] as const;

describe.each(['page provider', 'lifecycle', 'session tokens'])('refused by a policy through the %s', (family) => {
  test.each(POLICIES)('%s has its sentence, and nothing is sent again', async (error, sentence) => {
    const by = await added('fabrikam');
    if (family === 'lifecycle') at.server.switches.patsMode = 'open';
    if (family === 'session tokens') at.server.faults.set('notFound404', { path: 'HierarchyQuery' });
    at.server.faults.set('policyRefused', { error });
    const refused = await create(by, ['vso.code']);
    expect(refused).toMatchObject({ ok: false, failure: { kind: 'policy' } });
    const text = refused.ok ? '' : failureText(refused.failure, { host: 'fabrikam', now: 0 });
    expect(text).toMatch(sentence);
    expect(text).not.toContain(error);
    expect(at.server.requests.filter((each) => isCreate(each) && each.status !== 404)).toHaveLength(1);
    expect(await stored.intents.get()).toEqual([]);
  });
});
