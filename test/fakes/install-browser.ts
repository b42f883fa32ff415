import browser from './browser';

/** Before anything of the product is loaded: it finds the browser where a real one has it. */
Object.assign(globalThis, { browser });
