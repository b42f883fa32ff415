import * as z from 'zod/mini';
import type { Failure } from '../core/result';
import type { Trace } from '../core/trace';

const ENDPOINT = /\/_apis\/([A-Za-z/]+?)\/?(?:[0-9a-fA-F-]{36})?$/;
const WORD = /^[A-Za-z]{1,60}$/;

const Typed = z.object({ typeKey: z.string().check(z.regex(WORD)) });

type Listener = (trace: Trace) => void;
let listener: Listener = () => undefined;

/** Who wants to know of failed requests. */
export function onTrace(listen: Listener): void {
  listener = listen;
}

/** Tells of a request that failed, without anything of its address, its body or its answer that could name somebody. */
export function trace(
  ask: { method: string; url: string },
  failure: Failure,
  answer?: { status: number; json: unknown },
): void {
  const typed = Typed.safeParse(answer?.json);
  listener({
    at: Date.now(),
    method: ask.method,
    endpoint: ENDPOINT.exec(new URL(ask.url).pathname)?.[1] ?? 'elsewhere',
    status: answer?.status ?? 0,
    typeKey: typed.success ? typed.data.typeKey : '',
    kind: failure.kind,
  });
}
