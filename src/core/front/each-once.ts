import { eachOnce } from '../names/placed';
import { keyOf } from '../names/token-key';
import type { Row } from './rows';

/** Of several hosts. A token that works in all organizations is listed by each, and stands here once. */
export const eachRowOnce = (rows: readonly Row[]): Row[] => eachOnce(rows, ({ token, host }) => keyOf(token, host));
