/**
 * What lets a spreadsheet take a cell for a formula, full-width forms included; and the mark itself, so that whoever
 * takes one mark off has the text as it was. Source: OWASP, "CSV Injection".
 */
const NEEDS_MARK = /^[=+\-@\t\r\n＝＋－＠']/;

/** A text that a spreadsheet shows, and never runs: one that could be a formula gets a `'` before it. */
export function asCell(text: string): string {
  return NEEDS_MARK.test(text) ? `'${text}` : text;
}
