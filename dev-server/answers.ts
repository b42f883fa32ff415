import { html } from 'hono/html';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Ctx } from './world';

export const ANONYMOUS = 'aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa';

type WireError = {
  status: ContentfulStatusCode;
  typeKey: string;
  namespace: string;
  eventId?: number;
  message: string;
};

const framework = 'Microsoft.TeamFoundation.Framework.Server';
const webApi = 'Microsoft.VisualStudio.Services.WebApi';

/** Errors in the envelope of services.md 5.2. `{detail}` is filled in. "Assumed" marks what no source recorded. */
const errors = {
  unauthorized: {
    status: 401,
    typeKey: 'UnauthorizedRequestException',
    namespace: framework,
    message: "TF400813: The user '{detail}' is not authorized to access this resource.",
  },
  // The body was recorded, its status was not: 403 is assumed.
  invalidAccess: {
    status: 403,
    typeKey: 'InvalidAccessException',
    namespace: framework,
    message: 'The requested operation is not allowed.',
  },
  sessionTokenCreate: {
    status: 400,
    typeKey: 'SessionTokenCreateException',
    namespace: 'Microsoft.VisualStudio.Services.DelegatedAuthorization',
    message: '{detail}',
  },
  badJson: {
    status: 400,
    typeKey: 'JsonReaderException',
    namespace: 'Newtonsoft.Json',
    eventId: 0,
    message: 'TF400898: An Internal Error Occurred. Activity Id: {detail}.',
  },
  noVersion: {
    status: 400,
    typeKey: 'VssVersionNotSpecifiedException',
    namespace: webApi,
    message:
      'No api-version was supplied for the "{detail}" request. The version must be supplied either as part of the Accept header (e.g. "application/json; api-version=1.0") or as a query parameter (e.g. "?api-version=1.0").',
  },
  previewVersion: {
    status: 400,
    typeKey: 'VssInvalidPreviewVersionException',
    namespace: webApi,
    message:
      'The requested version "{detail}" of the resource is under preview. The -preview flag must be supplied in the api-version for such requests. For example: "{detail}-preview"',
  },
  // Assumed: all but "VS403463" and the words about the policy.
  conditionalAccess: {
    status: 401,
    typeKey: 'UnauthorizedRequestException',
    namespace: framework,
    message: 'VS403463: The conditional access policy defined by your Azure Active Directory administrator has failed.',
  },
  // Assumed: the type key.
  throttled: {
    status: 429,
    typeKey: 'RequestBlockedException',
    namespace: framework,
    message:
      'TF400733: The request has been canceled: Request was blocked due to exceeding usage of resource {detail} in namespace User.',
  },
  // Assumed, as is every line below.
  forbidden: {
    status: 403,
    typeKey: 'AccessCheckException',
    namespace: framework,
    message: 'Access Denied: the caller needs permissions to perform this action.',
  },
  conflict: {
    status: 409,
    typeKey: 'VssServiceException',
    namespace: framework,
    message: 'TF400898: Another change of the same is under way.',
  },
  badRequest: { status: 400, typeKey: 'ArgumentException', namespace: 'System', message: '{detail}' },
  noController: {
    status: 404,
    typeKey: 'HttpException',
    namespace: 'System.Web',
    message: "The controller for path '{detail}' was not found or does not implement IController.",
  },
  noToken: {
    status: 404,
    typeKey: 'SessionTokenNotFoundException',
    namespace: framework,
    message: 'The session token {detail} does not exist.',
  },
  internal: { status: 500, typeKey: 'Exception', namespace: 'System', message: 'An internal error occurred.' },
  unavailable: {
    status: 503,
    typeKey: 'ServiceUnavailableException',
    namespace: framework,
    message: 'The service is unavailable.',
  },
} satisfies Record<string, WireError>;

type ErrorName = keyof typeof errors;

/** JSON as the service labels it. Dates become `/Date(ms)/` where the caller asked for them (services.md 2.2, an inference). */
export function json(c: Ctx, body: object, status: ContentfulStatusCode = 200): Response {
  const isoDate = /"(\d{4}-\d\d-\d\dT[\d:]+(?:\.\d+)?)Z?"/g;
  const plain = JSON.stringify(body);
  const text = c.req.header('accept')?.includes('msDateFormat=true')
    ? plain.replace(isoDate, (_, date: string) => `"/Date(${Date.parse(`${date}Z`)})/"`)
    : plain;
  return c.body(text, status, { 'Content-Type': 'application/json; charset=utf-8' });
}

export function wireError(c: Ctx, name: ErrorName, detail = '', status?: ContentfulStatusCode): Response {
  const error: WireError = errors[name];
  const body = {
    $id: '1',
    innerException: null,
    message: error.message.replaceAll('{detail}', detail),
    typeName: `${error.namespace}.${error.typeKey}, ${error.namespace}`,
    typeKey: error.typeKey,
    errorCode: 0,
    eventId: error.eventId ?? 3000,
  };
  return json(c, body, status ?? error.status);
}

type Html = ReturnType<typeof html>;

export async function page(c: Ctx, title: string, body: Html, status: ContentfulStatusCode = 200): Promise<Response> {
  const text = await html`<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>${title}</title><meta name="viewport" content="width=device-width">
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:32rem;margin:15vh auto;padding:0 1rem;color:#1b1b1b}
select,button{font:inherit;padding:.4rem .8rem}button{background:#0063b1;color:#fff;border:0;border-radius:3px}</style>
</head><body>${body}</body></html>`;
  return c.body(`${text}`, status, { 'Content-Type': 'text/html; charset=utf-8' });
}
