import * as z from 'zod/mini';
import { fail, ok, type Result } from '../core/result';
import { contract, type Name, type Output, type Sent } from './contract';
import { Reply } from './envelope';
import { send } from './send';

/**
 * What a deed that was sent has come to. Never throws: a worker that was ended in the middle of it is `interrupted`, with
 * what it had done waiting in storage.
 */
export async function answered<N extends Name>(name: N, sent: Promise<unknown>): Promise<Result<Output<N>>> {
  try {
    const reply = Reply.parse(await sent);
    if (!reply.ok) return reply;
    const output: z.ZodMiniType<Output<N>> = contract[name].output as never; // the table proves it, TypeScript cannot index it
    return ok(z.decode(output, reply.value as never));
  } catch {
    return fail({ kind: 'interrupted' });
  }
}

/** Asks the worker to do one deed of the contract. Never throws. */
export const call = <N extends Name>(name: N, input: Sent<N>): Promise<Result<Output<N>>> =>
  answered(name, send(name, input));
