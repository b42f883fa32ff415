/** A browser event that a test can fire; it answers what its listeners answer. */
export function fakeEvent<Arguments extends unknown[]>() {
  const listeners = new Set<(...given: Arguments) => unknown>();
  return {
    addListener: (listener: (...given: Arguments) => unknown) => void listeners.add(listener),
    removeListener: (listener: (...given: Arguments) => unknown) => void listeners.delete(listener),
    fire: (...given: Arguments) => [...listeners].map((listener) => listener(...given)),
    clear: () => listeners.clear(),
  };
}
