import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';

/** Something that is done to what a story shows before it is looked at. */
type Deed = () => void;

let underWay: Promise<void> = Promise.resolve();

/** Rejects where something to press or to fill in was not there. */
export const deedsDone = () => underWay;

const CONTROLS = 'button, summary, input, select, textarea';

function nameOf(control: Element): string {
  const label = 'labels' in control ? (control.labels as NodeListOf<HTMLLabelElement> | null)?.[0] : null; // controls have it
  const text = label?.querySelector('span')?.textContent ?? control.textContent;
  return (control.getAttribute('aria-label') ?? text ?? '').trim();
}

function find(name: string): HTMLElement {
  const all = [...document.querySelectorAll<HTMLElement>(CONTROLS)];
  const found = all.filter((each) => nameOf(each) === name).at(-1);
  if (!found) throw new Error(`There is no "${name}" among ${all.map(nameOf).join(', ')}.`);
  return found;
}

/** Presses a button, a checkbox or a radio by its name. */
export const press =
  (name: string): Deed =>
  () =>
    find(name).click();

/** Fills in a field, or chooses in a list, by its name. */
export const fill =
  (name: string, value: string): Deed =>
  () => {
    const field = find(name);
    Object.assign(field, { value });
    field.dispatchEvent(new Event(field.tagName === 'SELECT' ? 'change' : 'input', { bubbles: true }));
  };

async function doAll(deeds: readonly Deed[]): Promise<void> {
  for (const deed of deeds) {
    // What the one before has changed is drawn, and what it opens has come in.
    for (let turn = 0; turn < 4; turn += 1) await new Promise<void>((resolve) => setTimeout(resolve));
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
