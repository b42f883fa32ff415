import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { z } from 'zod';
import { json, wireError } from '../answers';
import { versioned } from '../guards';
import { Asked, bodyOf, issue } from '../issue';
import { ISSUE_PROVIDER } from '../requests';
import type { Ctx, Env } from '../world';

const Query = z.object({
  contributionIds: z.array(z.string()),
  dataProviderContext: z.object({ properties: z.record(z.string(), z.unknown()) }),
});
type Properties = Record<string, unknown>;

type Provided = { data: object } | { exception: { exceptionType: string; message: string } };

function issueToken(c: Ctx, properties: Properties): Provided {
  const issued = issue(c, Asked.parse(properties), 'page');
  // The words of a real refusal are not known; the name alone is what the session-token family says.
  if ('refused' in issued) {
    return { exception: { exceptionType: 'SessionTokenCreateException', message: issued.refused } };
  }
  return { data: { ...issued.entry.token, token: issued.entry.secret } };
}

function myOrganizations(c: Ctx): Provided {
  const { world, user, organization } = c.var;
  const organizations = world.organizations
    .filter(({ members }) => members.includes(user.id))
    .filter(({ id }) => !world.switches.omitsAskedOrganization || id !== organization.id)
    .map(({ id, name, url }) => ({ id, name, url }));
  return { data: { organizations } };
}

const providers: Record<string, (c: Ctx, properties: Properties) => Provided> = {
  [ISSUE_PROVIDER]: issueToken,
  'ms.vss-features.my-organizations-data-provider': myOrganizations,
};

/** A provider that is not known is left out without a word, as the real contract allows (services.md 2.3). */
export const hierarchyQueryRoutes = new Hono<Env>().post(
  '/:organization/_apis/contribution/hierarchyquery',
  versioned,
  async (c) => {
    const query = Query.safeParse(await bodyOf(c));
    if (!query.success) return wireError(c, 'badJson', randomUUID());
    const dataProviders: Record<string, object> = {};
    const dataProviderExceptions: Record<string, object> = {};
    for (const id of query.data.contributionIds) {
      const provided = providers[id]?.(c, query.data.dataProviderContext.properties);
      if (provided && 'data' in provided) dataProviders[id] = provided.data;
      if (provided && 'exception' in provided) dataProviderExceptions[id] = provided.exception;
    }
    const failed = Object.keys(dataProviderExceptions).length > 0;
    return json(c, { dataProviderSharedData: {}, dataProviders, ...(failed && { dataProviderExceptions }) });
  },
);
