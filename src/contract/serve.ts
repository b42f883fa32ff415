import * as z from 'zod/mini';
import { fail, type OwnDetail, type Result } from '../core/result';
import { browser, type MessageSender } from '../platform/browser';
import { log } from '../platform/log';
import { contract, type Input, type Name, type Output } from './contract';
import { Ask, type Reply } from './envelope';

export type Handlers = { [N in Name]: (input: Input<N>) => Promise<Result<Output<N>>> };

const Sender = z.object({ id: z.string(), origin: z.string(), frameId: z.optional(z.literal(0)) });

/** Only the extension's own pages are answered, and only as a whole page, not inside somebody's frame. */
function isOwnPage(sender: MessageSender): boolean {
  const read = Sender.safeParse(sender);
  // Not `new URL(…).origin`, which is "null" for schemes that an engine does not count as special.
  const origin = browser.runtime.getURL('').replace(/\/$/, '');
  return read.success && read.data.id === browser.runtime.id && read.data.origin === origin;
}

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
 * The worker's answer to any message: a reply for a deed of the contract asked by one of our own pages, and silence for
 * everybody else. A handler that throws is a bug; the page is told so, and the log knows more.
 */
export function serve(handlers: Handlers): (message: unknown, sender: MessageSender) => Promise<Reply> | undefined {
  return (message, sender) => {
    const ask = Ask.safeParse(message);
    if (!isOwnPage(sender) || !ask.success || !isName(ask.data.name)) return undefined;
    const { name, input } = ask.data;
    return answer(handlers, name, input).catch((error: unknown) => {
      log.warn(name, error);
      return fail({ kind: 'unexpected', detail: 'inside-patina' satisfies OwnDetail });
    });
  };
}
