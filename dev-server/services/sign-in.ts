import { Hono } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { html } from 'hono/html';
import { page } from '../answers';
import { inOrganization, signedIn } from '../guards';
import { hostOf, originOf } from '../hosts';
import { markPage } from '../page-only';
import type { Ctx, Env } from '../world';

/** The two forms of address have cookies, and so sessions, of their own (services.md 2.7). */
function attributesOf(c: Ctx) {
  const domain = hostOf(c.req.header('host')).endsWith('.visualstudio.com') ? '.visualstudio.com' : '.dev.azure.com';
  // Which SameSite the real cookies have was not found; None is what a session of several hosts has used so far.
  return { domain, path: '/', secure: true, httpOnly: true, sameSite: 'None' } as const;
}

const OURS = /^(dev\.azure\.com|vssps\.dev\.azure\.com|[a-z0-9-]+\.visualstudio\.com)$/;

/** `reply_to`, if it leads to one of this service's hosts; a sign-in page must not send people elsewhere. */
function placeToReturn(c: Ctx, wanted: unknown): string {
  const fallback = `${originOf(c, 'dev.azure.com')}/${c.var.world.organizations[0]?.name ?? ''}`;
  if (typeof wanted !== 'string' || !URL.canParse(wanted)) return fallback;
  const { protocol, host } = new URL(wanted);
  return protocol === 'https:' && OURS.test(hostOf(host)) ? wanted : fallback;
}

/** Which host has to be told who signed in, since it alone can set its cookies. */
function realmOf(c: Ctx): string {
  const realm = hostOf(c.req.query('realm'));
  return OURS.test(realm) && realm.endsWith('.visualstudio.com') ? realm : 'dev.azure.com';
}

/** On `*.vssps.visualstudio.com`: asks who one is, and sends the answer to where one came from. */
export const signInPage = new Hono<Env>().get('/_signin', (c) => {
  const options = c.var.world.users.map(({ id, name }) => html`<option value="${id}">${name}</option>`);
  const body = html`<h1>Sign in</h1>
<form method="post" action="${originOf(c, realmOf(c))}/_signedin">
<input type="hidden" name="reply_to" value="${c.req.query('reply_to') ?? ''}">
<p><label>Account <select name="user">${options}</select></label></p>
<p><button>Sign in</button></p></form>`;
  return page(c, 'Sign in to Azure DevOps (dev-server)', body);
});

/** On dev.azure.com. */
export const signInRoutes = new Hono<Env>()
  .post('/_signedin', async (c) => {
    const form = await c.req.parseBody();
    const { users, sessions } = c.var.world;
    const user = users.find(({ id }) => id === form.user);
    if (!user) return page(c, 'Sign in', html`<h1>Nobody has this account.</h1>`, 400);
    const cookie = sessions.open(user);
    const attributes = attributesOf(c);
    setCookie(c, 'UserAuthentication', cookie, attributes);
    setCookie(c, 'HostAuthentication', cookie, attributes);
    setCookie(c, 'VstsSession', JSON.stringify({ PersistentSessionId: user.id, SignInState: 1 }), attributes);
    return c.redirect(placeToReturn(c, form.reply_to));
  })
  .get('/_signout', (c) => {
    c.var.world.sessions.end(getCookie(c, 'UserAuthentication') ?? '');
    for (const name of ['UserAuthentication', 'HostAuthentication', 'VstsSession'])
      deleteCookie(c, name, attributesOf(c));
    return page(c, 'Signed out', html`<h1>You are signed out</h1>`);
  });

function organizationPage(c: Ctx): Promise<Response> {
  markPage(c);
  const { organization, user } = c.var;
  const state = organization.members.includes(user.id) ? 'a member' : 'not a member';
  const body = html`<h1>${organization.name}</h1>
<p>Signed in as <strong>${user.name}</strong> (${user.account}), ${state}.</p>
<p><a href="/${organization.name}/_usersSettings/tokens">Personal access tokens</a> · <a href="/_signout">Sign out</a></p>`;
  return page(c, `${organization.name} - Azure DevOps (dev-server)`, body);
}

export const organizationPages = new Hono<Env>()
  .get('/:organization', inOrganization, signedIn, organizationPage)
  .get('/:organization/_userssettings/tokens', inOrganization, signedIn, organizationPage);
