import { ok, type Result } from '../../core/result';
import { request } from '../http';
import { Location, Locations } from './wire';

/** The id by which servers tell of their session tokens. Source: server.md 3. */
const TOKENS = 'ada996bc-8c18-4193-b20c-cd41b13f5b4d';

/** The session tokens as a place of the server describes them; `null` where it answers, and names none. */
export async function tokensLocation(root: string): Promise<Result<Location | null>> {
  const asked = await request({ method: 'OPTIONS', url: `${root}/_apis/Token`, signInUrl: root }, Locations);
  if (!asked.ok) return asked;
  const read = (asked.value.value.value ?? []).map((each) => Location.safeParse(each));
  return ok(read.find((each) => each.success && each.data.id === TOKENS)?.data ?? null);
}

/** The first version in which servers are known to have taken these endpoints. Source: server.md 4 and 9.2. */
const KNOWN = 5;
/** The version in which older servers are known to have taken a create. Source: server.md 3. */
const OLD_CREATE = '1.0';

export type Versions = { version: string; createVersion: string; isOld: boolean };

function asPreview(version: number, resource: number | null | undefined): string {
  return `${version.toFixed(1)}-preview.${resource ?? 1}`;
}

/** In which versions to ask, by what the server says that it takes; `undefined` where that is no version. */
export function versionsOf({
  minVersion,
  maxVersion,
  releasedVersion,
  resourceVersion,
}: Location): Versions | undefined {
  const newest = Number(maxVersion);
  if (!(newest > 0)) return undefined;
  if (newest >= KNOWN) {
    const version = Number(minVersion) > KNOWN ? asPreview(newest, resourceVersion) : asPreview(KNOWN, 1);
    return { version, createVersion: version, isOld: false };
  }
  const released = Number(releasedVersion);
  const version = released > 0 ? released.toFixed(1) : asPreview(newest, resourceVersion);
  return { version, createVersion: OLD_CREATE, isOld: true };
}

/** What to ask a server in that does not say: by the product that its page names. */
export function versionsFor(product: string | undefined): Versions {
  const isOld = product?.startsWith('TFS') === true;
  return isOld
    ? { version: asPreview(3, 1), createVersion: OLD_CREATE, isOld }
    : { version: asPreview(KNOWN, 1), createVersion: asPreview(KNOWN, 1), isOld };
}
