import { foldScopes, isHighPrivilege } from './reach';

/**
 * What a thief would want most, the worst first: power over tokens, rights and people, then what runs code or changes it,
 * then what is secret. The order is this project's own; what each scope grants is Microsoft's (services.md section 7).
 */
const WORST: readonly RegExp[] = [
  /^user_impersonation$/,
  /^vso\.(tokens|tokenadministration|pats_manage)$/,
  /^vso\.security_manage$/,
  /^vso\.(graph_manage|identity_manage|memberentitlementmanagement_write)$/,
  /^vso\.code_(full|manage|write)$/,
  /^vso\.(build|release)_(execute|manage)$/,
  /^vso\.pipelineresources_/,
  /^vso\.(agentpools|environment|machinegroup)_manage$/,
  /^vso\.serviceendpoint_manage$/,
  /^vso\.(securefiles|variablegroups)_/,
  /^vso\.packaging_(write|manage)$/,
  /^vso\.(gallery_publish|gallery_manage|extension_manage)$/,
  /^vso\.code$/,
];

function rankOf(scope: string): number {
  const at = WORST.findIndex((form) => form.test(scope));
  if (at >= 0) return at;
  return isHighPrivilege([scope]) ? WORST.length : WORST.length + 1;
}

/** What a token lets its holder do, in the fewest scopes, the gravest first. */
export const gravestFirst = (scopes: readonly string[]): string[] =>
  foldScopes(scopes).toSorted((one, other) => rankOf(one) - rankOf(other));
