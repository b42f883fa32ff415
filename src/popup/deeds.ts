import { inBackground } from '../platform/log';

// The list must not wait for what its buttons do, so their code comes when it is first needed, right after the list.

type All = typeof import('../ui/deeds');
type Name = keyof All;
type Given<N extends Name> = All[N] extends (...given: infer G) => unknown ? G : never;

/** A deed of `ui/deeds.ts` by its name. */
function deed<N extends Name>(name: N) {
  return (...given: Given<N>): void => {
    const done = import('../ui/deeds').then((deeds) => {
      const run = deeds[name] as unknown as (...given: Given<N>) => unknown; // each takes what its own name says
      return run(...given);
    });
    inBackground(name, done);
  };
}

export const addHostInPopup = deed('addHostInPopup');
export const choose = deed('choose');
export const mint = deed('mint');
export const openAdd = deed('openAdd');
export const openPage = deed('openPage');
export const openSettings = deed('openSettings');
export const openView = deed('openView');
export const refresh = deed('refresh');

/** Takes back a revoke. */
export function undo(...given: Parameters<typeof import('../ui/stores/revokes').undo>): void {
  inBackground(
    'undo',
    import('../ui/stores/revokes').then((revokes) => revokes.undo(...given)),
  );
}
