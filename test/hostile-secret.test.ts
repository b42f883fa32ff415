import { expect, test, vi } from 'vitest';
import '../src/background/index';
import { FormAnswer } from '../src/azure/server/wire';
import { LifecycleResult } from '../src/azure/services/wire';
import { Created } from '../src/azure/wire';
import { call } from '../src/contract/call';
import { stored } from '../src/platform/stored';
import browser from './fakes/browser';
import { added, eachOnAServiceOfItsOwn } from './fakes/service';
import { replies, tokenOf } from './sample';

eachOnAServiceOfItsOwn();

const ends = [
  '\necho PWNED > pwned\n',
  '"\nyarnPath: ./evil.cjs\nz: "',
  '</password></server><mirrors>',
  '%PATH%',
  '\0',
];
const answer = (file: string) => JSON.stringify(replies(file)[0]?.body);

test.each(ends)('no wire takes a token that ends with %j', (end) => {
  const odd = JSON.stringify(end).slice(1, -1);
  const wires = [
    [LifecycleResult, answer('04-pats-create-success.json')],
    [Created, answer('19-sessiontokens-create-compact.json')],
    [FormAnswer, JSON.stringify({ Token: tokenOf(52) })],
  ] as const;
  for (const [schema, text] of wires) {
    expect(schema.safeParse(JSON.parse(text)).success).toBe(true);
    const hostile = text.replace(/((?:q7){26,42})/, (whole) => whole + odd);
    expect(hostile).not.toBe(text);
    expect(schema.safeParse(JSON.parse(hostile)).success).toBe(false);
  }
});

test.each(ends)(
  'a create whose token ends with %j is a misfit; nothing of it is kept, and the token is found',
  async (end) => {
    const { hostId, identityId } = await added('fabrikam');
    const send = fetch;
    vi.stubGlobal('fetch', async (...asked: Parameters<typeof fetch>) => {
      const answered = await send(...asked);
      const text = await answered.text();
      const hostile = text.replace(/("token":"\w{52,84})"/i, `$1${JSON.stringify(end).slice(1, -1)}"`);
      return new Response(text === '' ? null : hostile, answered);
    });
    const minted = await call('tokens.mint', { hostId, identityId, purpose: 'clone' });
    expect(minted).toMatchObject({ ok: false, failure: { kind: 'uncertain', listed: 'found' } });
    expect(await stored.minted.get()).toEqual([]);
    expect(browser.storage.local.dump() + browser.storage.session.dump()).not.toContain(
      JSON.stringify(end).slice(1, -1),
    );
  },
);
