import type { Portable, Settings } from '../../core/settings';
import { daysInWords } from '../../platform/in-words/days';
import { listInWords } from '../../platform/in-words/sequence';
import { type MessageKey, message as m } from '../../platform/message';

type Named = { [K in Portable]: { name: MessageKey; value: (value: Settings[K]) => string } };

const onOrOff = (value: boolean) => m(value ? 'switched_on' : 'switched_off');

const TIMES = { 30: 'seconds_30', 60: 'seconds_60', 300: 'minutes_5' } as const;
const CHECKS = { 1: 'check_every_hour', 6: 'check_every_6_hours', 24: 'check_every_day' } as const;

const settings: Named = {
  remindDays: {
    name: 'remind_me',
    value: (days) => (days.length === 0 ? m('never') : listInWords(days.map(daysInWords))),
  },
  showNamesInNotifications: { name: 'show_names', value: onOrOff },
  clearClipboardSeconds: {
    name: 'clear_clipboard_after',
    value: (seconds) => m(seconds === null ? 'never' : TIMES[seconds]),
  },
  checkEveryHours: {
    name: 'check_for_changes',
    value: (hours) => m(hours === null ? 'check_never' : CHECKS[hours]),
  },
  remindOfRenewed: { name: 'remind_of_renewed', value: onOrOff },
  includeTokenIds: { name: 'include_token_ids', value: onOrOff },
  singleKeys: { name: 'single_keys', value: onOrOff },
  silenced: { name: 'silenced_ways', value: (ways) => String(ways.length) },
};

/** A setting as it would be, in words. */
export function settingInWords<K extends Portable>(name: K, value: Settings[K]): string {
  const words: Named[K] = settings[name];
  return m('setting_is', m(words.name), words.value(value));
}
