/** What a formula begins with, full-width forms included; and the mark itself, so that whoever takes the marks off has the text as it was. */
const SIGNS = `[=+\\-@＝＋－＠']`;

/**
 * What some spreadsheet takes for the end of a cell or of a line where we meant none: a quote that does not begin a cell holds nothing
 * together for a reader who knows another separator than the comma. Blanks and quotes may stand between it and the formula.
 */
const SEPARATOR = '[;|\\t\\r\\n\\v\\f\\u0085\\u2028\\u2029]';

/** What is not seen, and a reader may leave out before it looks for a formula. */
const UNSEEN = '\\p{Cc}\\p{Cf}';

/** The places where a mark is needed. Source: OWASP, "CSV Injection". */
const BEFORE_FORMULA = new RegExp(
  `(?<=^)(?=[${UNSEEN}]*${SIGNS}|[\\t\\r\\n])|(?<=${SEPARATOR})(?=[\\s"${UNSEEN}]*${SIGNS})`,
  'gu',
);

/** A text that a spreadsheet shows, and never runs: a `'` stands before whatever could be a formula, whatever parts the cells. */
export function asCell(text: string): string {
  return text.replace(BEFORE_FORMULA, "'");
}
