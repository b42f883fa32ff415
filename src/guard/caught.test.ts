import { afterEach, expect, test, vi } from 'vitest';
import { mintSecret } from '../../dev-server/secret';
import { guardedPage, Transfer } from '../../test/fakes/guarded-page';
import { message as m } from '../platform/message';
import { inserted, pasted } from './caught';
import { isAsking } from './question';

const [ANYWAY, LEAVE] = [m('guard_anyway'), m('guard_leave_out')];
const token = mintSecret(Date.UTC(2026, 10, 25));

let page: ReturnType<typeof guardedPage>;
afterEach(() => {
  page.takeAway();
  expect(isAsking()).toBe(false);
  vi.unstubAllGlobals();
});

/** Types a text where the `|` stands; answers whether it has gone in by itself. */
function type(data: string, into: string): boolean {
  page = guardedPage(into);
  const event = page.event({ data, inputType: 'insertText', cancelable: true });
  inserted(event as unknown as InputEvent);
  expect(event.stopped).toEqual({ default: isAsking(), others: isAsking() });
  return !isAsking();
}

test.each([
  ['its last letter', token.slice(-1), `it is ${token.slice(0, -1)}| `, 'it is | '],
  ['its first letter', token.slice(0, 1), `it is |${token.slice(1)} `, 'it is | '],
  ['its middle', token.slice(20, 60), `${token.slice(0, 20)}|${token.slice(60)}`, '|'],
  ['all of it among other words', `it is ${token}, thanks`, 'Hello: |!', 'Hello: it is , thanks|!'],
  ['what has two', `a=${token} b=${token} `, '|', 'a= b= |'],
  ['its end, and more', `${token.slice(50)} or so`, `it is ${token.slice(0, 50)}|.`, 'it is  or so|.'],
])(
  '%s is asked about: left out, nothing of the token stays, and else all that was typed goes in',
  (_, data, into, left) => {
    for (const [answer, result] of [
      [LEAVE, left],
      [ANYWAY, into.replace('|', `${data}|`)],
    ] as const) {
      expect(type(data, into)).toBe(false);
      page.press(answer);
      const { value, selectionStart: at } = page.field;
      expect(`${value.slice(0, at)}|${value.slice(at)}`).toBe(result);
    }
  },
);

test.each([
  ['behind', `${token}|`],
  ['before', `|${token}`],
  ['far behind', `${token} is it.|`],
])('nobody is asked again for each letter that is typed %s a token that is there', (_, into) => {
  for (const letter of ['x', ' ', 'A']) expect(type(letter, into)).toBe(true);
});

test('what takes letters away, or cannot be held up, is let through', () => {
  const into = `${token.slice(0, -1)}|`;
  page = guardedPage(into);
  for (const given of [{ data: null }, { cancelable: false }, { inputType: 'deleteContentBackward' }])
    inserted(page.event({ data: token.slice(-1), inputType: 'insertText', cancelable: true, ...given }) as never);
  expect(isAsking()).toBe(false);
});

/** Pastes a token as a text and as markup, and answers; what the page is told then, and what is in its field. */
function paste(answer: string) {
  page = guardedPage('<|>');
  const clipboardData = new Transfer();
  clipboardData.setData('text/plain', `say ${token}`);
  clipboardData.setData('text/html', `say <b>${token}</b>`);
  const event = page.event({ clipboardData });
  pasted(event as unknown as ClipboardEvent);
  expect([event.stopped, page.field.told]).toEqual([{ default: true, others: true }, []]);
  page.press(answer);
  const told = page.field.told.map((each) => (each as ClipboardEvent).clipboardData);
  return [told.map((data) => ['text/plain', 'text/html'].map((kind) => data?.getData(kind))), page.field.value];
}

test('a page is told of a paste when it is answered, and of no more than what is to go in', () => {
  expect(paste(LEAVE)).toEqual([[['say ', 'say <b></b>']], '<say >']);
  expect(paste(ANYWAY)).toEqual([[[`say ${token}`, `say <b>${token}</b>`]], `<say ${token}>`]);
});
