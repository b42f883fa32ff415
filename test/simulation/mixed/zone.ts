/** Where the stories are told: clocks go forward there on 29 March 2026, and back on 25 October. */
export const ZONE = 'Europe/Berlin';
