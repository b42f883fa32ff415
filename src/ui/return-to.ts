/** Where the focus is to go on the screen that is returned to, by the name of a place there. */
export const returnTo: { value: string | null } = { value: null };
