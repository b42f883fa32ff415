import { message as m } from '../message';
import { plural } from '../words';

export function daysInWords(days: number): string {
  return days === 365 ? m('one_year') : plural('days', days);
}
