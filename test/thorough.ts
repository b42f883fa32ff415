/** Whether everything is tried that can be, as `npm run unit:thorough` does, or as much of it as a minute has room for. */
export const isThorough = process.env.MODE === 'thorough';
