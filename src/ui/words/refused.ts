import type { Change } from '../../core/change';
import { type Field, type Refused, stillRefused } from '../../core/minting/refused-field';
import { failureText } from './failures';

/** What a server refused of fields that are as they were then, as a sentence for the one that it is about. */
export function refusedFaults(refused: Refused | null, fields: Change, host: string): { [F in Field]?: string } {
  const field = refused && stillRefused(refused, fields);
  return refused && field ? { [field]: failureText(refused.failure, { host, now: Date.now() }) } : {};
}
