import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { guardedPage } from '../../test/fakes/guarded-page';
import { message as m } from '../platform/message';
import { type Answer, ask, isAsking } from './question';

const [ANYWAY, LEAVE, REVOKE] = [m('guard_anyway'), m('guard_leave_out'), m('guard_revoke')];

let page: ReturnType<typeof guardedPage>;
const happened: string[] = [];
const editor = { resume: () => void happened.push('focus'), dispatch: () => true, insert: () => {}, remove: () => {} };

beforeEach(() => {
  page = guardedPage();
  happened.length = 0;
  ask(editor, (answer: Answer) => void happened.push(answer));
});
afterEach(() => {
  page.takeAway();
  expect(isAsking()).toBe(false);
  vi.unstubAllGlobals();
});

test.each([
  [ANYWAY, 'anyway'],
  [LEAVE, 'leave'],
  [REVOKE, 'revoke'],
])('"%s" is answered once, when the editor has its focus again', (text, answer) => {
  const pressed = page.event();
  page.press(text, pressed);
  expect([happened, pressed.stopped.default, isAsking()]).toEqual([['focus', answer], true, false]);
});

test('who has had no time to read has not said "Paste anyway": the second half of a double click is none', () => {
  page.press(ANYWAY, page.event({}, 299));
  expect([happened, isAsking()]).toEqual([[], true]);
  page.press(ANYWAY, page.event({}, 300));
  expect(happened).toEqual(['focus', 'anyway']);
});

test('leaving it out needs no time', () => {
  page.press(LEAVE, page.event({}, 0));
  expect(happened).toEqual(['focus', 'leave']);
});

test('what a script has pressed is no answer', () => {
  for (const text of [ANYWAY, LEAVE, REVOKE]) page.press(text, page.event({ isTrusted: false }));
  expect([happened, isAsking()]).toEqual([[], true]);
});

test('the page hears no key, no text and no loss of the focus while it is open, and all of them afterwards', () => {
  const kinds = ['keydown', 'keyup', 'beforeinput', 'input', 'paste', 'copy', 'cut', 'blur', 'focusout', 'pointerdown'];
  for (const type of kinds) {
    const told = page.event({ type });
    page.tell(type, told);
    expect([type, told.stopped]).toEqual([type, { default: false, others: true }]);
  }
  page.press(LEAVE);
  expect(page.hearsOnWindow()).toEqual([]);
});

test('Escape leaves it out, wherever the page has put the focus', () => {
  const key = Object.assign(new KeyboardEvent('keydown', { key: 'Escape' }), { type: 'keydown' });
  page.tell('keydown', Object.assign(key, page.event()));
  expect(happened).toEqual(['focus', 'leave']);
});

test('one that the page has taken away is over, without an answer', () => {
  page.takeAway();
  expect([isAsking(), happened, page.hearsOnWindow()]).toEqual([false, [], []]);
});
