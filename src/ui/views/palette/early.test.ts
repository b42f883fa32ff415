import { beforeEach, expect, test, vi } from 'vitest';
import { onPaletteKey } from '../../keys/palette';
import { type Early, earlyOf } from './early';

/** A press in the page, and whether the screen under the palette is spared it. */
function press(key: string, more: Partial<KeyboardEvent> = {}): boolean {
  const event = new Event('keydown', { cancelable: true });
  const modifiers = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, repeat: false };
  document.dispatchEvent(Object.assign(event, modifiers, more, { key }));
  return event.defaultPrevented;
}

const type = (text: string) => [...text].map((key) => press(key));
const ctrlK = () => press('k', { ctrlKey: true });

/** A palette that takes its time to load, and what it was opened with. */
function slowPalette() {
  const opened: (Early | null)[] = [];
  let end: { come: () => void; fail: () => void } | undefined;
  const module = new Promise<{ open: (pressed: readonly KeyboardEvent[]) => void }>((resolve, reject) => {
    const open = (pressed: readonly KeyboardEvent[]) => void opened.push(earlyOf(pressed));
    end = { come: () => resolve({ open }), fail: () => reject(new Error('No such file.')) };
  });
  const load = vi.fn(() => module);
  onPaletteKey(load);
  const ends = (how: 'come' | 'fail') => {
    end?.[how]();
    return settled();
  };
  return { opened, load, come: () => ends('come'), fail: () => ends('fail') };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

beforeEach(() => {
  vi.stubGlobal('document', Object.assign(new EventTarget(), { querySelector: () => null }));
});

test('what is pressed while the palette loads is for it: words, corrections, and the Enter that chooses', async () => {
  const { opened, come } = slowPalette();
  ctrlK();
  expect([...type('hisz'), press('Backspace'), press('t'), press('Enter'), press('x')]).not.toContain(false);
  await come();
  expect(opened).toEqual([{ typed: 'hist', isEntered: true }]);
  expect(press('a')).toBe(false);
  ctrlK();
  expect(opened[1]).toEqual({ typed: '', isEntered: false });
});

test('an Enter that is held down, and keys with Ctrl, choose and type nothing', async () => {
  const { opened, come } = slowPalette();
  ctrlK();
  press('Enter', { repeat: true });
  press('a', { ctrlKey: true });
  await come();
  expect(opened).toEqual([{ typed: '', isEntered: false }]);
});

test('Escape calls it off before it is there, and Ctrl+K begins anew; it is loaded once', async () => {
  const { opened, load, come } = slowPalette();
  ctrlK();
  type('rev');
  press('Escape');
  type('x');
  press('K', { ctrlKey: true }); // with caps lock
  type('h');
  await come();
  ctrlK();
  expect(opened).toEqual([
    { typed: 'h', isEntered: false },
    { typed: '', isEntered: false },
  ]);
  expect(load).toHaveBeenCalledTimes(1);
});

test('called off, it does not come', async () => {
  const { opened, come } = slowPalette();
  ctrlK();
  press('Escape');
  press('K', { ctrlKey: true, shiftKey: true });
  await come();
  expect(opened).toEqual([null]);
});

test('when it cannot be loaded, keys are for the screen again', async () => {
  vi.spyOn(console, 'warn').mockReturnValue();
  vi.spyOn(console, 'error').mockReturnValue();
  const { opened, fail } = slowPalette();
  ctrlK();
  await fail();
  expect(press('a')).toBe(false);
  expect(opened).toEqual([]);
});
