import { queue } from '../../platform/queue';

/** Looks at tokens, and what is shown on the badge. */
export const inOrder = queue();
