import { setTimeout as pause } from 'node:timers/promises';
import type { Product } from './product';
import type { Row } from './report';
import { figureOf } from './statistics';
import { evaluate, until } from './subject';

/** Notes what changes in a document from its beginning, and how much storage tells it, with the time of each. */
const WATCH = `(() => {
  const noted = { changes: [], told: [] };
  const what = ({ type, target, attributeName, addedNodes, removedNodes }) =>
    type + ' ' + (attributeName ?? '') + ' ' + (target.outerHTML ?? target.data ?? '').slice(0, 80) + ' +' + addedNodes.length + ' -' + removedNodes.length;
  new MutationObserver((records) => noted.changes.push(...records.map((each) => ({ at: performance.now(), what: what(each) }))))
    .observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  globalThis.chrome?.storage?.onChanged.addListener((changes) =>
    noted.told.push({ keys: Object.keys(changes).join(', '), size: JSON.stringify(changes).length }));
  globalThis.noted = noted;
})()`;

const ANSWER = `location.protocol !== 'about:' && globalThis.noted && ({ ...noted, interactive: performance.getEntriesByName('interactive')[0]?.startTime ?? 0 })`;

type Noted = {
  interactive: number;
  changes: { at: number; what: string }[];
  told: { keys: string; size: number }[];
};

/** Long enough for a list of ten thousand to be read anew. */
const LOOKS_ON = 4_000;

/** Opens the popup with somebody in it before its first line runs. */
async function looksOn({ id, pipe, tab }: Product): Promise<Noted> {
  const sessions: string[] = [];
  const stop = pipe.on<{ sessionId: string }>('Target.attachedToTarget', async ({ sessionId }) => {
    sessions.push(sessionId);
    await pipe.send('Page.enable', {}, sessionId).catch(() => undefined); // a worker has none
    await pipe.send('Page.addScriptToEvaluateOnNewDocument', { source: WATCH }, sessionId).catch(() => undefined);
    await pipe.send('Runtime.runIfWaitingForDebugger', {}, sessionId).catch(() => undefined);
  });
  const filter = [{ type: 'tab', exclude: true }, { type: 'browser', exclude: true }, {}];
  const attaching = { waitForDebuggerOnStart: true, flatten: true };
  await pipe.send('Target.setAutoAttach', { ...attaching, autoAttach: true, filter });
  const { targetId } = await tab();
  await pipe.send('Extensions.triggerAction', { id, targetId });
  await pause(LOOKS_ON);
  const noted = await until(async () => {
    const answers = sessions.map((each) => evaluate<Noted | null>(pipe, each, ANSWER).catch(() => null));
    return (await Promise.all(answers)).find((each) => each && each.interactive > 0);
  }, 'popup');
  stop();
  await pipe.send('Target.setAutoAttach', { ...attaching, autoAttach: false });
  return noted;
}

/** P5: with nothing new on the server, an open popup comes to rest at once. */
export async function restOf(size: string, product: Product): Promise<Row[]> {
  const { changes, told, interactive } = await looksOn(product);
  // What is changed in the task of the mark is noted right after it.
  const after = changes.filter(({ at }) => at > interactive + 5);
  const kilobytes = Math.max(0, ...told.map((each) => each.size)) / 1000;
  for (const each of new Set(after.map(({ what }) => what))) console.error(`${size} tokens at rest: ${each}`);
  for (const each of told) console.error(`${size} tokens at rest: ${each.size} of ${each.keys}`);
  return [
    { id: 'P5', what: `changes of the document at rest, ${size} tokens`, figure: figureOf([after.length]), budget: 0 },
    {
      id: 'P5',
      what: `largest event of storage at rest, ${size} tokens, kB`,
      figure: figureOf([kilobytes]),
      budget: 10,
    },
  ];
}
