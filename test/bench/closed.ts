import { setTimeout as pause } from 'node:timers/promises';
import { isCreate, isRevoke } from '../../dev-server/requests';
import { inPopup, openProduct, type Product } from './product';
import type { Row } from './report';
import { figureOf } from './statistics';
import { evaluate, until } from './subject';

/** Longer than a revoke waits for its Undo. */
const SETTLED = 8_000;

const found = (selector: string, words: string) =>
  `[...document.querySelectorAll(${JSON.stringify(selector)})].find((each) => !each.disabled && (each.getAttribute('aria-label') ?? each.textContent ?? '').trim().startsWith(${JSON.stringify(words)}))`;

/** Presses a button once it is there. */
const press = (selector: string, words: string) =>
  `(() => { const button = ${found(selector, words)}; button?.click(); return !!button; })()`;

/** The same, and the popup is closed in the same task: nothing else can run in between. Whether it was there is answered before. */
const pressAndClose = (selector: string, words: string) =>
  `(() => { const button = ${found(selector, words)}; if (!button) return false; button.click(); window.close(); return true; })()`;

/** Opens the popup, presses one button after the other, and the last one together with the end of the popup. */
async function closedAt(product: Product, steps: readonly (readonly [string, string])[]): Promise<void> {
  const { pipe } = product;
  const { targetId, sessionId } = await product.press();
  for (const [index, [selector, words]] of steps.entries()) {
    await until(() => evaluate(pipe, sessionId, `!!${found(selector, words)}`), `button "${words}"`);
    const isLast = index === steps.length - 1;
    // A page that has closed may not answer any more; that the button was there is known.
    const pressed = evaluate(pipe, sessionId, (isLast ? pressAndClose : press)(selector, words));
    await (isLast ? Promise.race([pressed.catch(() => true), pause(1_000)]) : pressed);
  }
  await product.closePopup(targetId);
}

/** The secret of the last mint is not shown again, or the popup would begin with it. */
const FORGET = `chrome.storage.session.get('minted').then(async ({ minted }) => {
  for (const { hostId, token } of minted?.value ?? []) await chrome.runtime.sendMessage({ name: 'secret.forget', input: { hostId, tokenId: token.id } });
  return true;
})`;

async function mints(rounds: number): Promise<number> {
  const product = await openProduct(25);
  for (let round = 0; round < rounds; round++) {
    await closedAt(product, [['[aria-label="Quick mint"] button', 'Clone and fetch']]);
    await until(async () => product.server.requests.filter(isCreate).length > round, 'create').catch(() => undefined);
    await pause(500); // until the secret is kept
    await inPopup(product, FORGET);
  }
  const creates = product.server.requests.filter(isCreate).length;
  await product.end();
  return creates;
}

const revokeOf = (name: string) =>
  [
    ['button', `Actions for ${name}`],
    ['[role=menuitem]', 'Revoke'],
    ['[role=alertdialog] button', 'Revoke'],
  ] as const;

const NAMES = `[...document.querySelectorAll('[aria-label^="Actions for "]')].map((each) => each.getAttribute('aria-label').slice(12))`;

/** Tokens of the list by names that no other begins with. */
async function namesIn(product: Product): Promise<string[]> {
  const { targetId, sessionId } = await product.press();
  const names = await until(async () => {
    const all = await evaluate<string[]>(product.pipe, sessionId, NAMES);
    return all.length > 0 && all;
  }, 'list');
  await product.closePopup(targetId);
  return names.filter((name) => names.filter((other) => other.startsWith(name)).length === 1);
}

/** Confirmed revokes that arrived, and those that were taken back and did not. */
async function revokes(rounds: number): Promise<{ sent: number; undone: number }> {
  const product = await openProduct(70); // as many as are all drawn, so that each can be pressed
  const names = await namesIn(product);
  const [kept = '', ...others] = names;
  if (others.length < rounds) throw new Error(`Of ${rounds} tokens to revoke there are ${others.length}.`);
  const deletes = () => product.server.requests.filter(isRevoke).length;
  for (let round = 0; round < rounds; round++)
    await closedAt(product, [...revokeOf(kept), ['[role=status] button', 'Undo']]);
  await pause(SETTLED);
  const undone = rounds - deletes();
  for (const name of others.slice(0, rounds)) await closedAt(product, revokeOf(name));
  await pause(SETTLED);
  const sent = deletes() - (rounds - undone);
  await product.end();
  return { sent, undone };
}

/** P14: pressed, and closed before anything else can run. */
export async function closedAtOnce(rounds: number): Promise<Row[]> {
  const minted = await mints(rounds);
  const { sent, undone } = await revokes(rounds);
  const row = (what: string, count: number): Row => ({
    id: 'P14',
    what: `${what} of ${rounds} pressed with the popup closed at once`,
    figure: figureOf([count]),
    budget: rounds,
    atLeast: true,
  });
  return [row('mints', minted), row('revokes', sent), row('Undos', undone)];
}
