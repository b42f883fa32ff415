import type { FaultName } from '../../dev-server/faults';
import { isCreate, isRevoke } from '../../dev-server/requests';
import { attention, reviewing } from './attention';
import { expect, test } from './fixtures';
import { tabOpenedBy } from './opened';

const SIGN_IN = { name: 'Sign in to fabrikam' };

/** One in which the browser follows and one that it takes for an answer; test/azure.test.ts has each other form. */
const signedOut = ['signedOut302', 'html200'] as const;

const sentences = [
  ['reset', 'Azure DevOps cannot be reached'],
  ['throttled429', 'Azure DevOps asks for a pause'],
  ['notMember401', 'fabrikam does not let this account in'],
  ['conditionalAccess', 'A conditional access policy'],
  ['error500', 'Azure DevOps has a problem of its own (500'],
  ['truncatedJson', 'does not understand this answer'],
] as const satisfies [FaultName, string][];

test('a failure is told in a sentence, beside what is known or what to do', async ({
  server,
  session,
  signIn,
  openPopup,
}) => {
  await signIn();
  let popup = await openPopup();
  // Another popup would join in a reading that is still under way.
  await expect(popup.getByRole('list', { name: 'Tokens' })).toHaveAttribute('aria-busy', 'false');

  await test.step('each failure is told in a sentence, beside the list that is known', async () => {
    server.faults.set('reset');
    popup = await openPopup();
    const told = (sentence: string) => popup.getByRole('alert').filter({ hasText: sentence });
    for (const [fault, sentence] of sentences) {
      server.faults.clear();
      server.faults.set(fault, { seconds: 1 });
      await popup.getByRole('button', { name: 'Try again' }).click();
      await expect(told(sentence)).toBeVisible();
      await expect(popup.getByRole('listitem').first()).toBeVisible();
    }
    server.faults.clear();
    await popup.getByRole('button', { name: 'Try again' }).click();
    for (const [, sentence] of sentences) await expect(told(sentence)).toHaveCount(0);
  });

  await expect(popup.getByRole('list', { name: 'Tokens' })).toHaveAttribute('aria-busy', 'false');

  await test.step('so it is in the tab, where Try again reads the list anew, too', async () => {
    for (const [view, organizations] of [
      ['overview', 2],
      ['revoke-all', 1],
    ] as const) {
      server.faults.set('error500');
      const tab = await session.context.newPage();
      await tab.goto(`chrome-extension://${session.extensionId}/src/page/index.html#${view}`);
      const alert = tab.getByRole('alert').filter({ hasText: 'Azure DevOps has a problem of its own (500' });
      await expect(alert).toHaveCount(organizations);
      server.faults.clear();
      await tab.getByRole('button', { name: 'Try again' }).first().click();
      await expect(alert).toHaveCount(0);
      await tab.close();
    }
  });

  server.faults.clear();

  await test.step('signed out, in whatever form it is said: the popup asks to sign in, opens the page, and goes on by itself', async () => {
    for (const fault of signedOut satisfies readonly FaultName[]) {
      server.faults.set(fault);
      popup = await openPopup();
      await expect(popup.getByRole('heading', SIGN_IN), fault).toBeVisible();
      await expect(popup.getByRole('group', { name: 'Quick mint' })).toHaveCount(0);
      server.faults.clear(); // or the next form would begin with the card of this one, which is stored
      await expect(popup.getByRole('heading', SIGN_IN)).toHaveCount(0);
    }
    await expect(popup.getByRole('group', { name: 'Quick mint' })).toBeVisible();

    server.signOut();
    popup = await openPopup();
    const tab = await tabOpenedBy(session, popup.getByRole('button', { name: 'Open sign-in page' }));
    await expect(tab.getByRole('button', { name: 'Sign in' })).toBeVisible();
  });
});

test('what is refused of a field stands under that field, in New token and in a dialog', async ({
  server,
  signIn,
  openPopup,
}) => {
  server.switches.patsMode = 'open';
  await signIn();
  const popup = await openPopup();
  server.faults.set('policyRefused', { error: 'PatLifespanPolicyViolation' });
  await popup.getByRole('button', { name: 'New token' }).click();
  const lifetime = popup.getByRole('combobox', { name: 'Lifetime' });
  await lifetime.selectOption('1 year');
  await popup.getByRole('button', { name: 'Create token' }).click();
  await expect(lifetime).toHaveAccessibleDescription(/allows only shorter lifetimes/);
  await expect(lifetime).toBeFocused();
  await expect(popup.getByRole('alert').filter({ hasText: 'shorter lifetimes' })).toHaveCount(1);
  await lifetime.selectOption('30 days');
  await expect(popup.getByRole('alert').filter({ hasText: 'shorter lifetimes' })).toHaveCount(0);
  await popup.keyboard.press('Escape');

  await popup.getByRole('button', { name: 'Actions for ci-build' }).click();
  await popup.getByRole('menuitem', { name: 'Extend…' }).click();
  const extend = popup.getByRole('dialog', { name: 'Extend ci-build' }).getByRole('combobox', { name: 'Lifetime' });
  await extend.selectOption('180 days');
  await popup.getByRole('button', { name: 'Extend', exact: true }).click();
  await expect(extend).toHaveAccessibleDescription(/allows only shorter lifetimes/);
  await expect(extend).toHaveValue('180');
  await expect(extend).toBeFocused();
  await popup.keyboard.press('Escape');

  await popup.getByRole('button', { name: 'Actions for ci-build' }).click();
  await popup.getByRole('menuitem', { name: 'Rotate…' }).click();
  const rotate = popup.getByRole('dialog', { name: 'Rotate ci-build' });
  const renewed = rotate.getByRole('combobox', { name: 'Lifetime' });
  await renewed.selectOption('180 days');
  await rotate.getByRole('combobox', { name: 'Keep the old token' }).selectOption({ index: 1 });
  const kept = await rotate.getByRole('combobox', { name: 'Keep the old token' }).inputValue();
  await popup.getByRole('button', { name: 'Rotate', exact: true }).click();
  await expect(renewed).toHaveAccessibleDescription(/allows only shorter lifetimes/);
  await expect(renewed).toHaveValue('180');
  await expect(renewed).toBeFocused();
  await expect(rotate.getByRole('combobox', { name: 'Keep the old token' })).toHaveValue(kept);
});

test('a create that is refused, not sent, or whose answer is lost', async ({ server, signIn, openPopup }) => {
  await signIn();
  const popup = await openPopup();
  const mint = popup.getByRole('button', { name: 'Push code', exact: true });

  await test.step('a refused create says why; where a server is in trouble, or another account signed in, none is sent', async () => {
    await expect(popup.getByRole('listitem').first(), 'the popup has looked who is signed in').toBeVisible();
    server.faults.set('error500', { path: 'connectionData' });
    await mint.click();
    await expect(popup.getByRole('alert'), 'and not as a token in doubt').toHaveText(/has a problem of its own \(500/);
    expect(server.requests.filter(isCreate)).toEqual([]);

    server.faults.clear();
    server.faults.set('policyRefused', { error: 'DisablePatCreationPolicyViolation' });
    await mint.click();
    await expect(popup.getByRole('alert')).toHaveText(/limits who may make tokens/);
    expect(server.requests.filter(isCreate)).toHaveLength(1);

    server.faults.clear();
    server.faults.set('identitySwitch', { path: 'connectionData' });
    await mint.click();
    await expect(popup.getByRole('alert')).toHaveText(/Another account is signed in now: .*, not Normal Paulk/);
    expect(server.requests.filter(isCreate)).toHaveLength(1);
  });

  await test.step('a create whose answer is lost is not sent again; what it made is shown and revoked', async () => {
    server.faults.clear();
    server.requests.length = 0;
    // Written down beside the answer: a press before it is there would be for the account of before.
    await expect(popup.getByText('Signed in as Raisa Pokrovskaya')).toBeVisible();
    await expect(mint).toBeEnabled();
    server.faults.set('lostReply', { path: 'HierarchyQuery' });
    await mint.click();
    await expect(popup.getByRole('alert')).toHaveText(/Push code .* was made, but its secret was lost/);
    const waiting = attention(await reviewing(popup));
    server.faults.clear();
    // The browser itself may have sent the request twice: each token that came of it has its button.
    const made = server.requests.filter(isCreate).length;
    const buttons = waiting.getByRole('button', { name: /^Revoke Push code/ });
    await expect(buttons).toHaveCount(made);
    for (let left = made; left > 0; left--) {
      await buttons.first().click();
      await popup.getByRole('alertdialog').getByRole('button', { name: 'Revoke', exact: true }).click();
      await expect(buttons).toHaveCount(left - 1);
    }
    await expect.poll(() => server.requests.filter(isRevoke).length).toBe(made);
  });
});
