import { FULL_ACCESS } from './scope-catalogue';

/** Endings of a scope's id, from least to most, where each includes the ones before it. Source: services.md section 7. */
const ENDINGS = ['', 'read', 'use', 'query', 'acquire', 'write', 'execute', 'publish', 'manage', 'full'];

const SCOPE = new RegExp(`^(vso\\..+?)(?:_(${ENDINGS.filter(Boolean).join('|')}))?$`);

/** Whether a token that has the scope `held` may do what `wanted` allows. */
export function includesScope(held: string, wanted: string): boolean {
  if (held === wanted || held === FULL_ACCESS) return true;
  const [, area, ending = ''] = SCOPE.exec(held) ?? [];
  const [, wantedArea, wantedEnding = ''] = SCOPE.exec(wanted) ?? [];
  return area !== undefined && area === wantedArea && ENDINGS.indexOf(ending) > ENDINGS.indexOf(wantedEnding);
}
