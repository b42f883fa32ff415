import { Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import { ANONYMOUS, json, wireError } from '../answers';
import { inOrganization, tokenOf } from '../guards';
import { answerSignedOut } from '../signed-out';
import type { Organization, User } from '../tenant';
import { opens } from '../token-rules';
import type { Ctx, Env } from '../world';

const anonymous: User = { id: ANONYMOUS, name: 'Anonymous', account: '', subjectDescriptor: 'acs.YW5vbnltb3Vz' };

function connectionData(organization: Organization, user: User): object {
  const identity = {
    id: user.id,
    subjectDescriptor: user.subjectDescriptor,
    providerDisplayName: user.name,
    isActive: true,
    properties: { Account: { $type: 'System.String', $value: user.account } },
  };
  const tenant = '9f2b1c1e-7f0e-4a5e-8f3f-0f6c9f6c7a11';
  const descriptor = `Microsoft.IdentityModel.Claims.ClaimsIdentity;${tenant}\\${user.account}`;
  return {
    authenticatedUser: { ...identity, descriptor },
    authorizedUser: identity,
    instanceId: organization.id,
    deploymentId: '0dbb1c9a-5b8c-4b0a-9a63-6a5c1b3e7d21',
    deploymentType: 'hosted',
    locationServiceData: { serviceOwner: '00025394-6065-48ca-87d9-7f5672854ef7' },
  };
}

/** By token where one is sent (a wrong one is not made good by a cookie), else by cookie. */
function callerOf(c: Ctx): User | undefined {
  const { world, organization } = c.var;
  if (c.req.header('authorization') === undefined) return world.sessions.userOf(getCookie(c, 'UserAuthentication'));
  const token = tokenOf(c)?.token;
  if (!token || !opens(token, organization.id, world.now())) return undefined;
  return world.users.find(({ id }) => id === token.userId);
}

/** No `api-version` is demanded here: TFS 2017 and 2018 even refuse one. */
export const connectionDataRoutes = new Hono<Env>().get(
  '/:organization/_apis/connectiondata',
  inOrganization,
  (c): Response | Promise<Response> => {
    const { world, organization } = c.var;
    const user = callerOf(c) ?? (world.switches.publicProjects ? anonymous : undefined);
    if (!user) return answerSignedOut(c);
    const mayRead = organization.members.includes(user.id) || user === anonymous;
    return mayRead ? json(c, connectionData(organization, user)) : wireError(c, 'unauthorized', user.id);
  },
);
