import { fail, ok, type Result } from '../../core/result';
import { request } from '../http';
import { Location, Locations } from './wire';

/** The id by which servers tell of their session tokens. Source: server.md 3. */
export const TOKENS = 'ada996bc-8c18-4193-b20c-cd41b13f5b4d';

/** Areas that are asked about; the id of HierarchyQuery's endpoint is not recorded. */
const AREAS = {
  tokens: { area: 'Token', id: TOKENS },
  providers: { area: 'Contribution', id: undefined },
} as const;

/** The endpoint as a place of the server describes it; `not-found` where it is not there. */
export async function locationOf(root: string, of: keyof typeof AREAS): Promise<Result<Location>> {
  const { area, id } = AREAS[of];
  const asked = await request({ method: 'OPTIONS', url: `${root}/_apis/${area}`, signInUrl: root }, Locations);
  if (!asked.ok) return asked;
  const read = (asked.value.value.value ?? []).map((each) => Location.safeParse(each));
  const found = read.flatMap((each) => (each.success ? each.data : []));
  const location = found.find((each) => id === undefined || each.id === id);
  return location ? ok(location) : fail({ kind: 'not-found' });
}

/** The first version in which servers are known to have taken these endpoints. Source: server.md 4 and 9.2. */
const KNOWN = '5.0-preview.1';
/** The version in which older servers are known to have taken a create. Source: server.md 3. */
const OLD_CREATE = '1.0';

/** In which versions to ask, by what the server says that it takes. */
export function versionsOf({ maxVersion, releasedVersion, resourceVersion }: Location): {
  version: string;
  createVersion: string;
  isOld: boolean;
} {
  const newest = Number(maxVersion ?? 0);
  if (newest >= 5) return { version: KNOWN, createVersion: KNOWN, isOld: false };
  const released = Number(releasedVersion ?? 0) > 0 ? `${Number(releasedVersion).toFixed(1)}` : undefined;
  const preview = `${newest.toFixed(1)}-preview.${resourceVersion ?? 1}`;
  return { version: released ?? preview, createVersion: OLD_CREATE, isOld: true };
}
