/** The scope of a token that may do everything its user may. Source: services.md section 7. */
export const FULL_ACCESS = 'app_token';

/**
 * Whether a scope is as wide, in whatever letters. The second is the delegated permission of Microsoft Entra, which is no
 * scope of these tokens as far as is known. Where it is forbidden to make such a token, neither is sent, and where a file
 * or another browser brings one of them, it is looked at.
 */
export const isFullAccess = (scope: string) => [FULL_ACCESS, 'user_impersonation'].includes(scope.toLowerCase());
