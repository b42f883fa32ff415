/** Where the focus is to go on the screen that is returned to, by the name of a place there. */
export const returnTo: { value: string | null } = { value: null };

/** The place that waits for the focus: it has to be drawn, however far down a list it stands. */
export const returnsTo = () => returnTo.value;
