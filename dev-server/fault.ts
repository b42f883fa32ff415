import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { PageOnlyBy, RefusalForm } from './page-only';
import type { RecordedRequest } from './requests';
import type { Ctx } from './world';

/** Lets the request through to what it asked for. */
export type Apply = () => Promise<undefined>;

export type FaultOptions = {
  /** Only requests whose `host/path?query` contains this. Without it: every request to an `/_apis/`. */
  path?: RegExp | string;
  method?: string;
  /** How many requests it meets before it is spent; for ever without it. */
  times?: number;
  /** slow, slowReply, delayed200, throttled429, unavailable503. */
  seconds?: number;
  /** ledAway: where to. */
  to?: string;
  /** conditionalAccess, forbidden403, ledAway: another status. */
  status?: ContentfulStatusCode;
  /** forbidden403: without a word why. */
  bare?: boolean;
  /** pageOnly: by what a page's own request is told from others, and how those are refused. */
  by?: PageOnlyBy;
  form?: RefusalForm;
  /** policyRefused: a SessionTokenError in PascalCase. */
  error?: string;
  /** hugeBody, pressed. */
  bytes?: number;
  /** identitySwitch: who it is from now on; the seed's second user otherwise. */
  userId?: string;
};

export type Fault = {
  does: string;
  /** Where it is known from; "assumed" where it is not. */
  source: string;
  only?: (request: RecordedRequest) => boolean;
  /** `apply` lets the request through; an answer that is returned stands in its place. `cleared` resolves when the fault is switched off. */
  act: (
    c: Ctx,
    apply: Apply,
    options: FaultOptions & { cleared: Promise<void> },
  ) => Promise<Response | undefined> | Response;
};
