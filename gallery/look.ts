import type { AxeResults } from 'axe-core';
import { learnFrom, textsToLookAt } from './legible';
import { OF_COLOURS } from './modes';

/** Rules that only a whole screen can keep. */
const OF_SCREENS = ['page-has-heading-one', 'region', 'landmark-one-main', 'heading-order'];

/** What stands further out than its box lets one see, but for what is cut on purpose. */
function overflowing(): Element[] {
  const boxes = [document.documentElement, ...document.body.querySelectorAll('*')];
  return boxes.filter((box) => {
    if (box.scrollWidth <= box.clientWidth + 1) return false;
    const { overflowX, textOverflow } = getComputedStyle(box);
    const isScrolled = box === document.documentElement || overflowX === 'auto' || overflowX === 'scroll';
    return isScrolled && textOverflow !== 'ellipsis';
  });
}

/** The rules to look by; all where none are named. */
export type Asked = { isPart: boolean; rules: readonly string[] | null };

const without = (rules: readonly string[]) => Object.fromEntries(rules.map((rule) => [rule, { enabled: false }]));

const told = ({ violations }: AxeResults) =>
  violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`);

/** What cannot be read in the colours that it has now. */
export async function lookAtColours(): Promise<string[]> {
  const { default: axe } = await import('axe-core');
  const include = textsToLookAt();
  if (include.length === 0) return [];
  const found = await axe.run(
    { include },
    { runOnly: [...OF_COLOURS], resultTypes: ['violations', 'passes'], elementRef: true, selectors: false },
  );
  learnFrom(found);
  return told(found);
}

async function violations({ isPart, rules }: Asked): Promise<string[]> {
  if (rules?.length === 0) return [];
  const { default: axe } = await import('axe-core');
  const found = await axe.run(document, {
    resultTypes: ['violations'],
    selectors: false,
    ...(rules ? { runOnly: [...rules] } : { rules: without([...OF_COLOURS, ...(isPart ? OF_SCREENS : [])]) }),
  });
  return [...told(found), ...(rules ? [] : await lookAtColours())];
}

/** What is wrong with what is on the screen, a line each. */
export async function look(asked: Asked): Promise<string[]> {
  const words = (box: Element) =>
    `overflow of ${box.scrollWidth - box.clientWidth} px: ${box.outerHTML.replace(/\s+/g, ' ').slice(0, 80)}`;
  return [...(await violations(asked)), ...overflowing().map(words)];
}
