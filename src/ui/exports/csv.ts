import { stringify } from 'csv-stringify/browser/esm/sync';
import { asCell } from '../../core/exports/spreadsheet';

/**
 * A table as CSV (RFC 4180), made for spreadsheets: it begins with the mark by which Excel knows UTF-8, and no cell of
 * it is run as a formula. The reasons stand in docs/decisions/008.
 */
export function csvText(table: readonly string[][]): string {
  const cells = table.map((row) => row.map(asCell));
  return stringify(cells, { bom: true, record_delimiter: 'windows' });
}
