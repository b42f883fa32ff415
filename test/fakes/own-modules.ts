import { vi } from 'vitest';

// What a file has put in the place of a global, or of time, ends with it.
vi.unstubAllGlobals();
vi.useRealTimers();
vi.restoreAllMocks();
// Modules of its own for each file of the process: what a worker remembers, and what listens, is not there for the next.
vi.resetModules();
await import('./install-browser');
