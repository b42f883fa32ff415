import { signal } from '@preact/signals';
import type { HelpfulPage, Notice } from '../on-screen';

/** What was last said to the user, oldest first. */
export const notices = signal<readonly Notice[]>([]);

/** More than that would cover what it is about. */
const AT_MOST = 3;

export function hush(): void {
  notices.value = [];
}

/** What a deed has come to takes the place of what was said before it. */
export function say(text: string): void {
  notices.value = [{ role: 'status', text }];
}

export function warn(text: string, page?: HelpfulPage): void {
  notices.value = [noticeOf(text, page)];
}

/** Says one thing more: what went on by itself takes the place of nothing that the user has not read yet. */
export function sayToo(text: string): void {
  add({ role: 'status', text });
}

export function warnToo(text: string, page?: HelpfulPage): void {
  add(noticeOf(text, page));
}

function noticeOf(text: string, page: HelpfulPage | undefined): Notice {
  return { role: 'alert', text, ...(page === undefined ? {} : { page }) };
}

function add(notice: Notice): void {
  const others = notices.value.filter(({ text }) => text !== notice.text);
  notices.value = [...others, notice].slice(-AT_MOST);
}
