import { users } from '../../dev-server/tenant';
import { readClipboard } from '../../scripts/launch';
import { expect, test } from './fixtures';

const NPM = 'npm, pnpm, Yarn 1: token in .npmrc';

test('a new token goes to a tool: which was chosen, what was filled in, and what is copied', async ({
  server,
  session,
  signIn,
  openPopup,
}) => {
  await signIn();
  const popup = await openPopup();
  const mint = (purpose: string) => popup.getByRole('button', { name: purpose, exact: true }).click();
  const tool = popup.getByRole('combobox', { name: 'Use with' });
  const feed = popup.getByRole('textbox', { name: 'Feed', exact: true });
  const snippet = popup.getByRole('region', { name: 'Snippet' });

  await test.step('the tool chosen last is chosen again, its snippet in sight at once; one that needs more says what the token lacks', async () => {
    await mint('Clone and fetch');
    await expect(tool).toHaveValue('');
    await tool.selectOption(NPM);
    await expect(popup.getByText('This token lacks Packaging: Read.')).toBeVisible();
    await tool.selectOption('git: credential helper');
    await popup.getByRole('button', { name: 'Done' }).click();
    await mint('Clone and fetch');
    await expect(tool).toHaveValue('git-helper');
    await expect(popup.getByText('read -rs PAT')).toBeInViewport();
    await expect(popup.getByRole('button', { name: 'Copy snippet' })).toBeInViewport();
    await popup.getByRole('button', { name: 'Done' }).click();
  });

  await test.step('Use with keeps what was filled in: for another tool, another shell, and the next token', async () => {
    await mint('Restore packages');
    await tool.selectOption(NPM);
    await feed.fill('R&D');
    await tool.selectOption('NuGet: environment variable');
    await expect(feed).toHaveValue('R&D');
    await popup.getByRole('combobox', { name: 'For' }).selectOption('PowerShell');
    await expect(snippet).toContainText('$env:NuGetPackageSourceCredentials_R_D');
    await tool.selectOption('pip: one command');
    await expect(snippet.locator('mark')).toHaveText('Package');
    await popup.getByRole('textbox', { name: 'Package' }).fill('probe');
    await expect(snippet).toContainText('$env:PIP_INDEX_URL');
    await popup.getByRole('button', { name: 'Copy snippet' }).click();
    await popup.getByRole('button', { name: 'Done' }).click();
    await mint('Restore packages');
    await expect(tool).toHaveValue('pip');
    await expect(feed).toHaveValue('R&D');
    await expect(snippet).toContainText('$env:PIP_INDEX_URL');
  });

  await test.step('Use with writes the file for npm, with the secret masked on the screen and whole in the copy', async () => {
    await tool.selectOption(NPM);
    await feed.fill('');
    await expect(snippet.locator('mark').first()).toHaveText('Feed');
    await expect(popup.getByRole('button', { name: 'Copy snippet' })).toBeDisabled();
    await popup.getByRole('button', { name: 'Copy snippet' }).press('Enter');
    await expect(feed).toBeFocused();
    await feed.fill('tools');
    await expect(snippet).toContainText('pkgs.dev.azure.com/fabrikam/_packaging/tools/npm/registry/');
    const copiedNow = popup.getByRole('status').filter({ hasText: /^Copied$/ });
    for (const name of ['Copy snippet', 'Copy token', 'Copy snippet']) {
      await popup.getByRole('button', { name, exact: true }).click();
      const ofToken = popup.locator('.after-copy').getByText('Copied', { exact: true });
      await expect(ofToken).toHaveCount(name === 'Copy token' ? 1 : 0);
      await expect(copiedNow, 'what was copied last says so, and nothing else').toHaveCount(1);
    }
    const shown = await snippet.textContent();
    const copied = await readClipboard(session.context, 'https://dev.azure.com/fabrikam');
    const secret = server.ledger.ofUser(users.normal.id).at(-1)?.secret ?? 'none';
    const encoded = Buffer.from(secret).toString('base64');
    expect(copied).toContain(`//pkgs.dev.azure.com/fabrikam/_packaging/tools/npm/registry/:_password=${encoded}`);
    expect(shown).not.toContain(encoded);
  });
});
