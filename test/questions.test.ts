import { type ComponentProps, h } from 'preact';
import { beforeEach, expect, test, vi } from 'vitest';
import '../src/background/index';
import { seedToken } from '../dev-server/seed';
import { call } from '../src/contract/call';
import { DAY } from '../src/core/duration';
import type { HostId } from '../src/core/host';
import { stored } from '../src/platform/stored';
import { Dialogs } from '../src/ui/connected/dialogs';
import { asked } from '../src/ui/stores/asked';
import { load } from '../src/ui/stores/load';
import type { ConfirmRevoke } from '../src/ui/views/dialogs/confirm-revoke';
import type { ReplaceToken } from '../src/ui/views/dialogs/replace-token';
import { rowNamed } from './fakes/row-named';
import { added, eachOnAServiceOfItsOwn } from './fakes/service';
import { given } from './given';

// What the questions about a token are given, and what their answers do.

const at = eachOnAServiceOfItsOwn();
let hostId: HostId;

beforeEach(async () => {
  ({ hostId } = await added('fabrikam'));
  await call('tokens.refresh', { hostId });
  await load();
});

test('a token for all organizations is kept until the user says that it is replaced', async () => {
  const row = await rowNamed('everything');
  asked.value = { action: 'replace', row };
  await given<ComponentProps<typeof ReplaceToken>>(h(Dialogs, {}), 'onReplace').onReplace([row.host], { days: 7 });
  expect(await stored.rotations.get()).toMatchObject([{ keep: 'until-confirmed' }]);
});

test('before a token is revoked it is said that another one can be taken for it', async () => {
  asked.value = { action: 'revoke', row: await rowNamed('ci-build') };
  const isAlike = () => given<ComponentProps<typeof ConfirmRevoke>>(h(Dialogs, {}), 'alike').alike;
  expect(isAlike()).toBe(false);
  at.server.ledger.add(seedToken('ci-bui1d', { validTo: new Date(Date.now() + 30 * DAY).toISOString() }));
  await call('tokens.refresh', { hostId });
  await vi.waitFor(() => expect(isAlike()).toBe(true));
});
