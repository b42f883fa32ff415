/**
 * Tokens for all organizations are not made any more, and from this day on (UTC) none is accepted.
 * Source: services.md 8, "all stop working on 2026-12-01".
 */
const REFUSED_FROM = Date.UTC(2026, 11, 1);

/** Whether tokens for all organizations are still accepted at `now` (milliseconds since 1970). */
export const doGlobalTokensWork = (now: number) => now < REFUSED_FROM;
