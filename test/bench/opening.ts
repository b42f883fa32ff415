import path from 'node:path';
import { openFloors, openProduct, type Product } from './product';
import type { Row } from './report';
import { restOf } from './rest';
import { figureOf, ratioOf, shuffled } from './statistics';
import { type Opening, openSubject, type Subject } from './subject';
import { type Start, startWorker } from './worker-start';

const SIZES = [25, 1_000, 10_000];

type Samples<T> = Map<string, T[]>;

/** Measures each subject once a round, in another order each time. A figure that a busy machine has spoilt is measured again. */
async function rounds<T>(
  subjects: Map<string, Subject>,
  count: number,
  measure: (subject: Subject) => Promise<T>,
): Promise<Samples<T>> {
  const samples: Samples<T> = new Map([...subjects.keys()].map((name) => [name, []]));
  for (let round = -1; round < count; round++)
    for (const [name, subject] of shuffled([...subjects])) {
      const measured = await measure(subject).catch(() => measure(subject));
      if (round >= 0) samples.get(name)?.push(measured); // the first round warms up
    }
  return samples;
}

const field = <T, K extends keyof T>(samples: Samples<T>, name: string, key: K) =>
  (samples.get(name) ?? []).map((each) => each[key] as number);

/** P1, P2, P3, P5: the real popup at each size of the list, beside what it could be at best. */
export async function openings(count: number): Promise<Row[]> {
  const products: [string, Product][] = [];
  for (const size of SIZES) products.push([String(size), await openProduct(size)]);
  const [first] = products;
  if (!first) return [];
  const floors = await openFloors(first[1]);
  const { still, written } = floors;
  const blank = await openSubject(path.resolve('test/bench/extensions/blank'), 9, false);
  const subjects = new Map<string, Subject>([['blank', blank], ['still', still], ['written', written], ...products]);
  const samples = await rounds<Opening>(subjects, count, (subject) => subject.openPopup());
  await blank.close();
  await floors.end();
  const rest: Row[] = [];
  for (const [size, product] of products) rest.push(...(await restOf(size, product)));
  for (const [, product] of products) await product.end();
  const ratio = (key: keyof Opening, one: string, other: string) =>
    ratioOf(field(samples, one, key), field(samples, other, key));
  const ofSize = (size: string): Row[] => [
    {
      id: 'P1',
      what: `click → first paint, ${size} tokens / static Home`,
      figure: ratio('paint', size, 'still'),
      budget: 1.15,
    },
    {
      id: 'P1',
      what: `click → first paint, ${size} tokens / blank`,
      figure: ratio('paint', size, 'blank'),
      budget: 1.22,
    },
    { id: 'P2', what: `usable list, ${size} tokens / by hand`, figure: ratio('usable', size, 'written'), budget: 1.08 },
    { id: 'P5', what: `main thread, ${size} tokens / static Home`, figure: ratio('task', size, 'still'), budget: 1.75 },
    { id: 'P5', what: `heap after GC, ${size} tokens / blank`, figure: ratio('heap', size, 'blank'), budget: 1.9 },
  ];
  return [
    ...products.flatMap(([size]) => ofSize(size)),
    ...rest,
    { id: 'P3', what: 'usable list, 10,000 tokens / 25', figure: ratio('usable', '10000', '25'), budget: 1.1 },
    { id: 'P3', what: 'usable list, 1,000 tokens / 25', figure: ratio('usable', '1000', '25'), budget: 1.1 },
  ];
}

/** P7: a worker that is started for nothing. */
export async function starts(count: number): Promise<Row[]> {
  const product = await openProduct(25);
  const blank = await openSubject(path.resolve('test/bench/extensions/blank'), 9, false);
  const samples = await rounds<Start>(
    new Map<string, Subject>([
      ['blank', blank],
      ['product', product],
    ]),
    count,
    startWorker,
  );
  await blank.close();
  await product.end();
  const ratio = (key: keyof Start) => ratioOf(field(samples, 'product', key), field(samples, 'blank', key));
  return [
    { id: 'P7', what: 'worker: cold start / empty worker', figure: ratio('start'), budget: 1.45 },
    { id: 'P7', what: 'worker: processor time of a start / empty worker', figure: ratio('cpu'), budget: 1.5 },
    {
      id: 'P7',
      what: 'worker: heap after a start, kB',
      figure: figureOf(field(samples, 'product', 'heap')),
      budget: 950,
    },
  ];
}
