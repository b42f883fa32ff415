import type { MiddlewareHandler } from 'hono';
import type { FaultOptions } from './fault';
import type { FaultName } from './faults';
import { faultTable } from './faults';
import type { RecordedRequest } from './requests';
import type { Ctx, Env } from './world';

type Live = { name: FaultName; options: FaultOptions; left: number; cleared: Promise<void>; end: () => void };

/** Which faults are on. More than one may meet a request; the one set first is the outermost. */
export class FaultBoard {
  #live: Live[] = [];

  constructor(faults: Partial<Record<FaultName, FaultOptions>> = {}) {
    for (const [name, options] of Object.entries(faults)) if (isFault(name)) this.set(name, options);
  }

  /** Switches a fault on, or anew with other options. */
  set(name: FaultName, options: FaultOptions = {}): void {
    this.clear(name);
    let end = () => {};
    const cleared = new Promise<void>((resolve) => {
      end = resolve;
    });
    this.#live.push({ name, options, left: options.times ?? Infinity, cleared, end });
  }

  /** Without a name: all. What a fault has done already stays done. */
  clear(name?: FaultName): void {
    const isMeant = (one: Live) => name === undefined || one.name === name;
    for (const one of this.#live.filter(isMeant)) one.end();
    this.#live = this.#live.filter((one) => !isMeant(one));
  }

  /** The faults that meet this request; each has one time less left. */
  take(request: RecordedRequest): Live[] {
    const met = this.#live.filter((one) => one.left > 0 && meets(one, request));
    for (const one of met) one.left -= 1;
    request.faults.push(...met.map(({ name }) => name));
    return met;
  }
}

function isFault(name: string): name is FaultName {
  return Object.hasOwn(faultTable, name);
}

function meets({ name, options }: Live, request: RecordedRequest): boolean {
  const { path = '/_apis/', method = request.method } = options;
  const address = `${request.host}${request.path}?${new URLSearchParams(request.query)}`;
  const here = typeof path === 'string' ? address.includes(path) : address.search(path) >= 0;
  return here && method === request.method && (faultTable[name].only?.(request) ?? true);
}

async function run(c: Ctx, [first, ...rest]: Live[], next: () => Promise<void>): Promise<undefined> {
  if (!first) {
    await next();
    return;
  }
  const answer = await faultTable[first.name].act(c, () => run(c, rest, next), {
    ...first.options,
    cleared: first.cleared,
  });
  if (!answer) return;
  // Setting `res` over another one merges their headers, and a fault means to replace.
  c.res = undefined;
  c.res = answer;
}

export function meetFaults(faults: FaultBoard): MiddlewareHandler<Env> {
  return (c, next) => run(c, faults.take(c.var.request), next);
}
