import type { Place } from './place';
import { urlSegment, withoutVariables } from './quoting';
import type { Setting } from './shape';

/** What browsers leave as it is in an address, and a shell, .env or Groovy would read as its own. */
const OUTSIDE = /[^A-Za-z0-9\-._~%/:[\]]/gu;

/** A `%` that begins no escape means nothing in an address, and a variable to cmd and to NuGet. */
const NO_ESCAPE = /%(?![0-9A-Fa-f]{2})/g;

/** The root of an organization or of a server, which is what an agent wants to be told. Source: server.md 6 and 10. */
export function rootUrl(place: Place): string {
  if (place.kind === 'server')
    return withoutVariables(place.base.replace(/\/+$/, '').replace(NO_ESCAPE, '%25').replace(OUTSIDE, urlSegment));
  const organization = urlSegment(place.organization);
  return place.domain === 'dev.azure.com'
    ? `https://dev.azure.com/${organization}`
    : `https://${organization}.visualstudio.com`;
}

/** The organization or collection, to which everything but agent pools belongs. */
export function collectionUrl(place: Place): string {
  return place.kind === 'services' ? rootUrl(place) : `${rootUrl(place)}/${urlSegment(place.collection)}`;
}

/** The scheme and `host[:port]` of an address, as git's credential protocol asks for them. */
export function schemeAndHost(url: string): { scheme: string; host: string } {
  const [, scheme = '', host = ''] = /^(https?):\/\/([^/]+)/i.exec(url) ?? [];
  return { scheme, host };
}

/** Where the feeds are. Source: server.md 11, "Feed roots"; the older address is seen in public code, and both forms work. */
function feedsUrl(place: Place): string {
  if (place.kind === 'server') return collectionUrl(place);
  const organization = urlSegment(place.organization);
  return place.domain === 'dev.azure.com'
    ? `https://pkgs.dev.azure.com/${organization}`
    : `https://${organization}.pkgs.visualstudio.com`;
}

export function feedUrl({ place, given }: Setting): string {
  const project = given.feedProject === '' ? '' : `/${urlSegment(given.feedProject)}`;
  return `${feedsUrl(place)}${project}/_packaging/${urlSegment(given.feed)}`;
}

/**
 * Where to clone from. At dev.azure.com the organization stands in it as the user, so that every credential helper of git
 * finds what was stored for that organization. Source: server.md 11, the reading at its top.
 */
export function repositoryUrl({ place, given }: Setting): string {
  const url = `${collectionUrl(place)}/${urlSegment(given.project)}/_git/${urlSegment(given.repository)}`;
  return isShared(place) ? url.replace('://', `://${urlSegment(place.organization)}@`) : url;
}

type SharedPlace = Place & { kind: 'services' };

/** Whether other organizations have the same host, so that a stored credential has to tell which one it is for. */
export function isShared(place: Place): place is SharedPlace {
  return place.kind === 'services' && place.domain === 'dev.azure.com';
}
