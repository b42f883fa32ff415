import type { Page } from '@playwright/test';
import type { DevServer } from '../dev-server/create-server';
import { isCreate, isRevoke } from '../dev-server/requests';
import { createGit, type Git } from './git';
import { readClipboard, type Session } from './launch';
import { check, type Step } from './report';
import type { Screens } from './screens';
import { signIn } from './sign-in';

export const ORGANIZATION = 'fabrikam';
export const REPOSITORY = `${ORGANIZATION}/tools/_git/demo`;
const USER = 'Normal Paulk';
const PURPOSE = 'Clone and fetch';
/** A token of today's format, or of the one before. */
const SECRET_LENGTHS = [84, 52];
/** A revoke can be undone for five seconds, and then the list has to agree. */
const REVOKED_WITHIN_MS = 15_000;

export type Stage = { session: Session; server: DevServer; screens: Screens; step: Step };

async function arrive({ session, screens, step }: Stage): Promise<void> {
  await step(`Signed in to ${ORGANIZATION} as ${USER}`, async () => {
    const page = await signIn(session.context, ORGANIZATION, USER);
    await page.getByText(USER).waitFor({ timeout: 5_000 });
    await screens.picture(page, 'signed-in');
  });
  await step(`Popup opened: it knows ${ORGANIZATION} and who is signed in`, async () => {
    const popup = await screens.popup();
    const quickMint = popup.getByRole('group', { name: 'Quick mint' });
    const address = popup.getByRole('textbox', { name: 'Organization or server address' });
    // It finds the organization of the page that is open; only where it has not is its address typed.
    const isFound = await quickMint.waitFor({ timeout: 10_000 }).then(
      () => true,
      () => false,
    );
    if (!isFound) {
      await address.fill(ORGANIZATION);
      await popup.getByRole('button', { name: 'Add', exact: true }).click();
    }
    await popup.getByText(`Signed in as ${USER}`).waitFor();
    await screens.picture(popup, 'tokens');
  });
}

async function mint({ server, screens, step }: Stage): Promise<void> {
  await step(`Quick mint "${PURPOSE}" made one token`, async () => {
    const popup = await screens.popup();
    await popup.getByRole('group', { name: 'Quick mint' }).getByRole('button', { name: PURPOSE, exact: true }).click();
    await popup.getByRole('heading', { name: 'Token created' }).waitFor();
    await screens.picture(popup, 'token-created');
    const creates = server.requests.filter(isCreate).length;
    check(creates === 1, 'one create sent to the server', `${creates} creates`);
  });
  await step('Copy token said "Copied"', async () => {
    const popup = await screens.popup();
    await popup.getByRole('button', { name: 'Copy token' }).click();
    await popup.getByRole('status').filter({ hasText: 'Copied' }).waitFor();
    await screens.picture(popup, 'copied');
  });
}

/** The token on the clipboard, as the server knows it. */
function readCopy({ session, server, step }: Stage) {
  return step('The clipboard holds exactly the secret of that token', async () => {
    const text = await readClipboard(session.context, `https://dev.azure.com/${ORGANIZATION}`);
    check(SECRET_LENGTHS.includes(text.length), 'a text of 84 or 52 characters', `${text.length} characters`);
    const entry = server.ledger.findBySecret(text);
    check(entry !== undefined, 'a secret that the server gave', 'a text that the server does not know');
    const { authorizationId: id, displayName } = entry.token;
    check(displayName !== null, 'a token with a name', 'a token without a name');
    return { id, name: displayName, secret: text };
  });
}

async function use(git: Git, step: Step): Promise<void> {
  await step('git clone with the token worked', async () => {
    const { code, said } = await git.clone(REPOSITORY);
    check(code === 0, 'git clone ends with 0', `${code}: ${said}`);
  });
  await step('git push with it was refused: its scope is to read', async () => {
    const committed = await git.commit();
    check(committed.code === 0, 'a commit to push', committed.said);
    const { code, said } = await git.push();
    check(code !== 0 && /40[13]|denied|not authorized/i.test(said), 'a refusal for lack of rights', `${code}: ${said}`);
  });
}

function row(popup: Page, name: string) {
  return popup.getByRole('list', { name: 'Tokens' }).getByRole('listitem').filter({ hasText: name });
}

async function revoke({ server, screens, step }: Stage, { id, name }: { id: string; name: string }): Promise<void> {
  await step('Popup opened again: the token was still there, and after Done it is in the list', async () => {
    const popup = await screens.popup();
    await popup.getByRole('heading', { name: 'Token created' }).waitFor();
    await popup.getByRole('button', { name: 'Done' }).click();
    await row(popup, name).waitFor();
    await screens.picture(popup, 'listed');
  });
  await step(`Revoked ${name}`, async () => {
    const popup = await screens.popup();
    await popup.getByRole('button', { name: `Actions for ${name}` }).click();
    await popup.getByRole('menuitem', { name: 'Revoke…' }).click();
    const dialog = popup.getByRole('alertdialog', { name: `Revoke ${name}?` });
    await screens.picture(popup, 'revoke');
    await dialog.getByRole('button', { name: 'Revoke', exact: true }).click();
    const said = popup.getByRole('status').filter({ hasText: `Revoked ${name}` });
    await said.waitFor({ timeout: REVOKED_WITHIN_MS });
    await screens.picture(popup, 'revoked');
  });
  await step('The server has revoked that token and no other', async () => {
    check(server.ledger.find(id)?.token.isValid === false, 'that token revoked', 'it is still valid');
    const paths = server.requests.filter(isRevoke).map(({ path, query }) => path + JSON.stringify(query));
    check(
      paths.every((path) => path.includes(id)),
      `only ${id} revoked`,
      paths.join(', '),
    );
  });
}

/** The main job, from the signed-in tab through the real popup and a real git to the revoked token. */
export async function tour(stage: Stage): Promise<void> {
  await arrive(stage);
  await mint(stage);
  const token = await readCopy(stage);
  const git = await createGit(stage.server.port, stage.server.certificate, token.secret);
  try {
    await use(git, stage.step);
    await revoke(stage, token);
    await stage.step('git fetch with it was refused: it is revoked', async () => {
      const { code, said } = await git.fetch();
      check(code !== 0 && /40[13]|authentication failed/i.test(said), 'a refusal of the token', `${code}: ${said}`);
    });
  } finally {
    await git.remove();
  }
}
