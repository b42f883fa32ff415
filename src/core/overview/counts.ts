import { isShown, type Show, type Sought } from './token-filter';

/** How many tokens each choice shows. */
export function countsOf(sought: readonly Sought<unknown>[]): Record<Show, number> {
  const count = (show: Show) => sought.filter(({ standing }) => isShown(standing, show)).length;
  return { active: count('active'), expiring: count('expiring'), inactive: count('inactive'), all: sought.length };
}
