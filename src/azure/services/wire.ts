import * as z from 'zod/mini';
import { Guid } from '../../core/token';
import { AuthenticatedUser } from '../identity';
import { PatTokenError } from '../token-error';
import { Created, OneToken } from '../wire';

/** A page of the lifecycle API; the empty string ends the list. Source: services.md 1.2. */
export const LifecyclePage = z.object({ patTokens: z.array(z.unknown()), continuationToken: z.nullish(z.string()) });

/** A lifecycle answer may refuse with status 200: a `patTokenError` other than "none". Source: services.md 1.3. */
export const LifecycleResult = z.object({
  patToken: z.nullish(Created),
  patTokenError: PatTokenError,
});

/** The same for a change of a token. */
export const LifecycleChange = z.object({
  patToken: z.nullish(OneToken),
  patTokenError: PatTokenError,
});

/** `connectionData`, as far as it says who asks and which organization answers. Source: services.md 4.1. */
export const ConnectionData = z.object({
  authenticatedUser: AuthenticatedUser,
  instanceId: Guid,
});

/** The my-organizations provider's answer; one that cannot be read is passed over. Source: services.md 4.3. */
export const Organizations = z.object({
  organizations: z.array(z.object({ name: z.nullish(z.string()), url: z.nullish(z.string()) })),
});
