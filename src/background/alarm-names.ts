/** Of the alarms that are always set: a start that finds one of them gone has something to do. */
export const REMIND = 'remind';
export const CHECK = 'check';
