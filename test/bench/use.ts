import { setTimeout as pause } from 'node:timers/promises';
import { isRevoke } from '../../dev-server/requests';
import { inPopup, openProduct, type Product } from './product';
import type { Row } from './report';
import { figureOf, ratioOf, shuffled } from './statistics';
import { evaluate, until } from './subject';

const TYPED = 'token 1';

/** Main-thread milliseconds of each key, and the longest script among them. */
async function typing(product: Product): Promise<{ key: number; worst: number }> {
  const { pipe } = product;
  const { targetId, sessionId } = await product.press();
  const focused = `(() => { const field = document.querySelector('input[type=search]'); field?.focus(); return !!field; })()`;
  await until(() => evaluate(pipe, sessionId, focused), 'search');
  await pause(500);
  const read = async () => {
    const { metrics } = await pipe.send<{ metrics: { name: string; value: number }[] }>(
      'Performance.getMetrics',
      {},
      sessionId,
    );
    const of = (wanted: string) => 1000 * (metrics.find(({ name }) => name === wanted)?.value ?? 0);
    return { task: of('TaskDuration'), script: of('ScriptDuration') };
  };
  const keys: { task: number; script: number }[] = [];
  for (const text of TYPED) {
    const before = await read();
    await pipe.send('Input.dispatchKeyEvent', { type: 'keyDown', text, key: text }, sessionId);
    await pipe.send('Input.dispatchKeyEvent', { type: 'keyUp', key: text }, sessionId);
    await evaluate(pipe, sessionId, 'new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 20)))');
    const after = await read();
    keys.push({ task: after.task - before.task, script: after.script - before.script });
  }
  await product.closePopup(targetId);
  const sum = keys.reduce((total, { task }) => total + task, 0);
  return { key: sum / keys.length, worst: Math.max(...keys.map(({ script }) => script)) };
}

/** P6: what is typed into the search of a long list. */
export async function keyStrokes(rounds: number): Promise<Row[]> {
  const products = new Map<number, Product>();
  for (const size of [100, 10_000]) products.set(size, await openProduct(size));
  const samples = new Map<number, { key: number; worst: number }[]>([
    [100, []],
    [10_000, []],
  ]);
  for (let round = 0; round < rounds; round++)
    for (const [size, product] of shuffled([...products])) samples.get(size)?.push(await typing(product));
  for (const product of products.values()) await product.end();
  const of = (size: number, field: 'key' | 'worst') => (samples.get(size) ?? []).map((each) => each[field]);
  return [
    {
      id: 'P6',
      what: 'a key in the search, 10,000 tokens / 100',
      figure: ratioOf(of(10_000, 'key'), of(100, 'key')),
      budget: 1.5,
    },
    { id: 'P6', what: 'longest script of a key at 10,000, ms', figure: figureOf(of(10_000, 'worst')), budget: 16 },
  ];
}

const LATENCY = 0.05;

/** Deletes by a bare loop in a page, so many at a time. */
const bareLoop = (ids: string[]) => `(async () => {
  const ids = ${JSON.stringify(ids)};
  const at = performance.now();
  const next = async () => {
    for (let id = ids.pop(); id; id = ids.pop())
      await fetch('https://vssps.dev.azure.com/fabrikam/_apis/Token/SessionTokens/' + id + '?isPublic=false&api-version=7.1-preview.1', { method: 'DELETE', credentials: 'include' });
  };
  await Promise.all([next(), next(), next(), next()]);
  return performance.now() - at;
})()`;

/** Starts a revoke-all of these tokens, and answers how long it takes from the message to the last request; the popup is closed at once. */
async function revokeByProduct(product: Product, identityId: string, tokens: string[]): Promise<number> {
  const hosts = [{ hostId: product.hostId, identityId }];
  const input = {
    hosts,
    tokens: tokens.map((tokenId) => ({ hostId: product.hostId, tokenId })),
    kept: [],
    typed: 'fabrikam',
  };
  const before = product.server.requests.filter(isRevoke).length;
  const sending = `(async () => { const at = Date.now(); await chrome.runtime.sendMessage(${JSON.stringify({ name: 'revoke-all.start', input })}); return at; })()`;
  const at = await inPopup<number>(product, sending);
  const sent = () => product.server.requests.filter(isRevoke).slice(before);
  const isDone = async () => sent().length >= tokens.length && sent().every(({ status }) => status !== undefined);
  await until(isDone, 'end of revoke-all', 120_000).catch(() => undefined);
  return (sent().at(-1)?.at ?? Number.NaN) + 1000 * LATENCY - at;
}

/** P9: a thousand are revoked with the popup closed, and another thousand by four bare loops. */
export async function revokeAll(rounds: number): Promise<Row[]> {
  const [ours, bare, left]: [number[], number[], number[]] = [[], [], []];
  for (let round = 0; round < rounds; round++) {
    const product = await openProduct(2_300, { faults: { slow: { seconds: LATENCY } } });
    const { id, tokens } = await inPopup<{ id: string; tokens: string[] }>(product, STORED(product.hostId));
    const [first, second] = [tokens.slice(0, 1_000), tokens.slice(1_000, 2_000)];
    const { targetId, sessionId } = await product.press();
    bare.push(await evaluate<number>(product.pipe, sessionId, bareLoop(first)));
    await product.closePopup(targetId);
    await product.ask('tokens.refresh', { hostId: product.hostId });
    ours.push(await revokeByProduct(product, id, second));
    left.push(product.server.requests.filter(isRevoke).length / (first.length + second.length));
    await product.end();
  }
  return [
    { id: 'P9', what: 'revoke-all, popup closed / four bare loops', figure: ratioOf(ours, bare), budget: 1.1 },
    { id: 'P9', what: 'share of the tokens that were revoked', figure: figureOf(left), budget: 1, atLeast: true },
  ];
}

/** The tokens that work: what is over is not revoked. */
const STORED = (hostId: string) => `chrome.storage.local.get(['tokens:${hostId}']).then((all) => {
  const { identityId, tokens } = all['tokens:${hostId}'].value;
  return { id: identityId, tokens: tokens.filter(({ revoked, expiresAt }) => !revoked && (expiresAt ?? Infinity) > Date.now()).map(({ id }) => id) };
})`;
