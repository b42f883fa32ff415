import { urlSegment } from '../quoting';
import type { Place, Setting } from './shape';

/** The root of an organization or of a server, which is what an agent wants to be told. Source: server.md 6 and 10. */
export function rootUrl(place: Place): string {
  return place.kind === 'services'
    ? `https://dev.azure.com/${urlSegment(place.organization)}`
    : place.base.replace(/\/+$/, '');
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

/** Source: server.md 11, "Feed roots". */
export function feedUrl({ place, given }: Setting): string {
  const root =
    place.kind === 'services' ? `https://pkgs.dev.azure.com/${urlSegment(place.organization)}` : collectionUrl(place);
  const project = given.feedProject === '' ? '' : `/${urlSegment(given.feedProject)}`;
  return `${root}${project}/_packaging/${urlSegment(given.feed)}`;
}

/**
 * Where to clone from. On Services the organization stands in it as the user, so that every credential helper of git
 * finds what was stored for that organization. Source: server.md 11, the reading at its top.
 */
export function repositoryUrl({ place, given }: Setting): string {
  const url = `${collectionUrl(place)}/${urlSegment(given.project)}/_git/${urlSegment(given.repository)}`;
  return place.kind === 'services' ? url.replace('://', `://${urlSegment(place.organization)}@`) : url;
}
