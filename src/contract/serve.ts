import * as z from 'zod/mini';
import { fail, type OwnDetail, type Result } from '../core/result';
import { ifFull } from '../platform/full-storage';
import { log } from '../platform/log';
import { whenOpen } from '../platform/under-way';
import { contract, type Input, type Name, type Output } from './contract';
import { Ask, type Reply } from './envelope';

export type Handlers = { [N in Name]: (input: Input<N>) => Promise<Result<Output<N>>> };

/** Hears of each deed that failed, by its name and by the kind of its failure. */
type Failed = (name: Name, kind: string) => void;

async function answer<N extends Name>(handlers: Handlers, name: N, given: unknown): Promise<Reply> {
  const input = contract[name].input.safeParse(given);
  if (!input.success) return fail({ kind: 'invalid', field: 'message', reason: name });
  const result = await handlers[name](input.data as Input<N>); // checked by the schema one line above
  if (!result.ok) return result;
  const output: z.ZodMiniType = contract[name].output;
  return { ok: true, value: z.encode(output, result.value) };
}

function isName(name: string): name is Name {
  return Object.hasOwn(contract, name);
}

/**
 * The worker's answer to a message of one of our own pages: a reply for a deed of the contract, and silence for what is
 * none. A handler that throws is a bug, unless the storage is full; the page is told so, and the log knows more.
 */
export function serve(
  handlers: Handlers,
  failed: Failed = () => undefined,
): (message: unknown) => Promise<Reply> | undefined {
  return (message) => {
    const ask = Ask.safeParse(message);
    if (!ask.success || !isName(ask.data.name)) return undefined;
    const { name, input } = ask.data;
    // Erasing waits for all others to end, so it is none of them.
    const begin = () => answer(handlers, name, input);
    const done = name === 'everything.erase' ? begin() : whenOpen(begin);
    const told = done.catch(async (error: unknown) => {
      log.warn(name, error);
      return fail((await ifFull(error)) ?? { kind: 'unexpected', detail: 'inside-patina' satisfies OwnDetail });
    });
    return told.then((reply) => {
      if (!reply.ok) failed(name, reply.failure.kind);
      return reply;
    });
  };
}
