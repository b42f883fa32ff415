import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { type MessageKey, message as m } from '../src/platform/message';

/** Something that is done to what a story shows before it is looked at. */
export type Deed = () => void;

/** What was drawn, and what comes in after that, takes some turns. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 4; turn += 1) await new Promise<void>((resolve) => setTimeout(resolve));
}

let underWay: Promise<void> = Promise.resolve();

/** Rejects where something to press or to fill in was not there. */
export const deedsDone = () => underWay;

/** What could not be done to the last story is none of the next one's business. */
export function forgetDeeds(): void {
  underWay = Promise.resolve();
}

const CONTROLS = 'button, summary, input, select, textarea';

function nameOf(control: HTMLElement): string {
  const words = control.closest('label')?.querySelector('span, bdi') ?? control;
  return (control.getAttribute('aria-label') ?? words.textContent ?? '').trim();
}

/** The control of that name; the last one, since a dialog comes after what it covers. */
function find(name: string): HTMLElement {
  const all = [...document.querySelectorAll<HTMLElement>(CONTROLS)];
  const found = all.filter((each) => nameOf(each).endsWith(name)).at(-1);
  if (!found) throw new Error(`There is no "${name}" among ${all.map(nameOf).join(', ')}.`);
  return found;
}

/** Presses a button, a checkbox or a radio by its words. */
export const press =
  (key: MessageKey, ...values: string[]): Deed =>
  () =>
    find(m(key, ...values)).click();

/** Fills in a field, or chooses in a list, by its words. */
export const fill =
  (key: MessageKey, value: string): Deed =>
  () => {
    const field = find(m(key));
    Object.assign(field, { value });
    field.dispatchEvent(new Event(field.tagName === 'SELECT' ? 'change' : 'input', { bubbles: true }));
  };

/** Scrolls through what is shown: to its middle (0.5), to its end (1). */
export const scroll =
  (share: number): Deed =>
  () => {
    const app = document.getElementById('app');
    const box = app && app.scrollHeight > app.clientHeight ? app : document.documentElement;
    box.scrollTop = share * (box.scrollHeight - box.clientHeight);
  };

async function doAll(deeds: readonly Deed[]): Promise<void> {
  for (const deed of deeds) {
    await settled();
    deed();
  }
}

type Props = { deeds: readonly Deed[]; children: ComponentChildren };

/** What a story shows, after something was done to it. */
export function After({ deeds, children }: Props) {
  useEffect(() => {
    underWay = doAll(deeds);
  }, []);
  return <>{children}</>;
}
