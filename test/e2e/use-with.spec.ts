import { users } from '../../dev-server/tenant';
import { readClipboard } from '../../scripts/launch';
import { expect, test } from './fixtures';

const NPM = 'npm, pnpm, Yarn 1: token in .npmrc';

test('Use with writes the file for npm, with the secret masked on the screen and whole in the copy', async ({
  server,
  session,
  signIn,
  openPopup,
}) => {
  await signIn();
  const popup = await openPopup();
  await popup.getByRole('button', { name: 'Restore packages' }).click();
  const tool = popup.getByRole('combobox', { name: 'Use with' });
  await tool.selectOption(NPM);
  await expect(popup.getByText(/^Fill in: Feed/)).toBeVisible();
  await expect(popup.getByRole('button', { name: 'Copy snippet' })).toBeDisabled();
  await popup.getByRole('textbox', { name: 'Feed', exact: true }).fill('tools');
  const snippet = popup.getByRole('region', { name: 'Snippet' });
  await expect(snippet).toContainText('pkgs.dev.azure.com/fabrikam/_packaging/tools/npm/registry/');
  await popup.getByRole('button', { name: 'Copy snippet' }).click();
  await expect(popup.getByRole('status').filter({ hasText: 'Copied' })).toBeVisible();
  const shown = await snippet.textContent();
  const copied = await readClipboard(session.context, 'https://dev.azure.com/fabrikam');
  const secret = server.ledger.ofUser(users.normal.id).at(-1)?.secret ?? 'none';
  const encoded = Buffer.from(secret).toString('base64');
  expect(copied).toContain(`//pkgs.dev.azure.com/fabrikam/_packaging/tools/npm/registry/:_password=${encoded}`);
  expect(shown).not.toContain(encoded);
});

test('Use with says what a token lacks for a tool', async ({ signIn, openPopup }) => {
  await signIn();
  const popup = await openPopup();
  await popup.getByRole('button', { name: 'Clone and fetch' }).click();
  const tool = popup.getByRole('combobox', { name: 'Use with' });
  await tool.selectOption(NPM);
  await expect(popup.getByText(/needs more than the token may do/)).toBeVisible();
});

test('Use with keeps what was filled in: for another tool, another shell, and the next token', async ({
  signIn,
  openPopup,
}) => {
  await signIn();
  const popup = await openPopup();
  const mint = popup.getByRole('button', { name: 'Restore packages', exact: true });
  const tool = popup.getByRole('combobox', { name: 'Use with' });
  const feed = popup.getByRole('textbox', { name: 'Feed', exact: true });
  const snippet = popup.getByRole('region', { name: 'Snippet' });
  await mint.click();
  await tool.selectOption(NPM);
  await feed.fill('R&D');
  await tool.selectOption('NuGet: environment variable');
  await expect(feed).toHaveValue('R&D');
  await popup.getByRole('combobox', { name: 'For' }).selectOption('PowerShell');
  await expect(snippet).toContainText('$env:NuGetPackageSourceCredentials_R_D');
  await tool.selectOption('pip: one command');
  await expect(snippet).toHaveText('Fill in: Package.');
  await popup.getByRole('textbox', { name: 'Package' }).fill('probe');
  await expect(snippet).toContainText('$env:PIP_INDEX_URL');
  await popup.getByRole('button', { name: 'Copy snippet' }).click();
  await popup.getByRole('button', { name: 'Done' }).click();
  await mint.click();
  await expect(tool).toHaveValue('pip');
  await expect(feed).toHaveValue('R&D');
  await expect(snippet).toContainText('$env:PIP_INDEX_URL');
});
