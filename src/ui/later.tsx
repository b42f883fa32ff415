import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { inBackground } from '../platform/log';

/**
 * A part of a screen whose code is loaded when it is first shown, so that the list never waits for it. Until then
 * `instead` stands in its place, and keys that are pressed already are for it (`keys/plain.ts`).
 */
export function later<P extends object>(
  load: () => Promise<(props: P) => ComponentChildren>,
  instead: (props: P) => ComponentChildren = () => null,
) {
  let loaded: ((props: P) => ComponentChildren) | undefined;
  return function Later(props: P) {
    const [Part, show] = useState(() => loaded);
    useEffect(() => {
      // Not whether it is loaded by now: it may be since this was drawn, for one that stood here before.
      if (Part) return;
      const showing = load().then((part) => {
        loaded = part;
        show(() => part);
      });
      inBackground('a part of the screen', showing);
    }, []);
    if (Part) return <Part {...props} />;
    return (
      <>
        {instead(props)}
        <span hidden data-coming />
      </>
    );
  };
}
