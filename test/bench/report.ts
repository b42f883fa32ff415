import { cpus } from 'node:os';
import type { Figure } from './statistics';

/** One line of the table: what must not be more than its budget, or, where that is said, not less. */
export type Row = { id: string; what: string; figure: Figure; budget: number; atLeast?: true };

/** Held, missed for sure, or not to be told by so few rounds. */
export function verdictOf({ figure: { value, low, high }, budget, atLeast }: Row): 'held' | 'missed' | 'open' {
  const isWithin = (each: number) => (atLeast ? each >= budget : each <= budget);
  if (isWithin(value)) return 'held';
  return isWithin(low) || isWithin(high) ? 'open' : 'missed';
}

const shown = (value: number) => (Math.abs(value) >= 100 ? value.toFixed(0) : value.toFixed(2));

/** The table as it stands in docs/performance.md. */
export function tableOf(rows: Row[]): string {
  const lines = rows.map((row) => {
    const { value, low, high } = row.figure;
    const budget = `${row.atLeast ? '≥' : '≤'} ${shown(row.budget)}`;
    return `| ${row.id} | ${row.what} | ${shown(value)} | ${shown(low)} to ${shown(high)} | ${budget} | ${verdictOf(row)} |`;
  });
  return ['| | what | measured | interval | budget | |', '|---|---|---|---|---|---|', ...lines].join('\n');
}

export function machine(): string {
  const all = cpus();
  return `${all[0]?.model.trim() ?? 'a processor'}, ${all.length} cores, ${process.platform}, Node ${process.version}`;
}
