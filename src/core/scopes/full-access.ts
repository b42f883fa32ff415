/** The scope of a token that may do everything its user may. Source: services.md section 7. */
export const FULL_ACCESS = 'app_token';
