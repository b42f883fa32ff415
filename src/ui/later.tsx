import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { inBackground } from '../platform/log';

/**
 * A part of a screen whose code is loaded when it is first shown, so that the list never waits for it. Keys that are
 * pressed meanwhile are for it (`keys/plain.ts`).
 */
export function later<Module, P extends object>(
  load: () => Promise<Module>,
  partOf: (module: Module) => (props: P) => ComponentChildren,
) {
  let loaded: ((props: P) => ComponentChildren) | undefined;
  return function Later(props: P) {
    const [Part, show] = useState(() => loaded);
    useEffect(() => {
      // Not whether it is loaded by now: it may be since this was drawn, for one that stood here before.
      if (Part) return;
      const showing = load().then((module) => {
        const part = partOf(module);
        loaded = part;
        show(() => part);
      });
      inBackground('a part of the screen', showing);
    }, []);
    return Part ? <Part {...props} /> : <span hidden data-coming />;
  };
}
