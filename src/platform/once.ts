/**
 * One at a time per key: who asks for something while it is under way waits for the same answer. What has ended, well or
 * badly, begins anew for the next.
 */
export function oncePerKey<K, T>(): (key: K, start: () => Promise<T>) => Promise<T> {
  const underWay = new Map<K, Promise<T>>();
  return (key, start) => {
    const running = underWay.get(key) ?? start().finally(() => underWay.delete(key));
    underWay.set(key, running);
    return running;
  };
}
