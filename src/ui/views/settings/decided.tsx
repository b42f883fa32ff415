import { message as m } from '../../../platform/message';

/** Beside what an administrator has decided: why it cannot be changed. */
export function Decided({ of }: { of: boolean }) {
  return of ? <p class="hint">{m('decided')}</p> : null;
}
