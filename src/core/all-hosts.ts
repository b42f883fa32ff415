import type { HostId } from './host';

/** In the place of a host: all of them together. It is an id without a schema, which the first screen does not wait for. */
export const ALL_HOSTS = 'all' as HostId;
