import '../../src/background/index';

/** What a page has of it: to be bundled together, as a worker that can be started again and again. */
export { call } from '../../src/contract/call';
export { stored } from '../../src/platform/stored';
