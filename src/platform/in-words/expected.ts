import type { Host } from '../../core/host';
import {
  formDays,
  isForbidden,
  longestDays,
  neverEndsInTime,
  refusedBefore,
  roundingOn,
} from '../../core/minting/expectation';
import type { Believed } from '../../core/minting/limits';
import type { Purpose } from '../../core/purposes/purpose';
import { message as m } from '../message';
import { locale } from '../words';
import { daysInWords } from './days';
import { scopesInWords } from './scopes';

/** The day of an instant on the user's own calendar, for what is not long ago: "November 12". */
export const recentDayInWords = (instant: number): string =>
  new Date(instant).toLocaleDateString(locale(), { day: 'numeric', month: 'long' });

/** What a host will make of a Quick mint of that lifetime, as far as it is known. */
export function grantedInWords(days: number, host: Host, limits: Believed): string {
  const asked = Math.min(days, longestDays(limits));
  const rounding = roundingOn(host, limits);
  const rounded = formDays(asked);
  if (rounding === 'perhaps' && rounded !== asked) return m('days_perhaps', daysInWords(asked), daysInWords(rounded));
  const granted = rounding === 'up' ? rounded : asked;
  return granted === days ? daysInWords(days) : m('days_instead', daysInWords(granted), daysInWords(days));
}

/** What a purpose asks for. */
export const askedInWords = ({ scopes, days }: Pick<Purpose, 'scopes' | 'days'>): string =>
  m('quick_mint_detail', scopesInWords(scopes), daysInWords(days));

/** What a press of Quick mint will come to, what is decided against, and what was refused before. */
export function mintInWords({ scopes, days }: Purpose, host: Host, limits: Believed): string {
  if (neverEndsInTime(limits)) return m('quick_mint_detail', scopesInWords(scopes), m('fail_decided_no_lifetime'));
  if (isForbidden(scopes, limits)) return m('quick_mint_detail', scopesInWords(scopes), m('decided_no_full_access'));
  const text = m('quick_mint_detail', scopesInWords(scopes), grantedInWords(days, host, limits));
  const before = refusedBefore(limits, scopes);
  return before ? m('quick_mint_detail', text, m('refused_on', recentDayInWords(before.at))) : text;
}
