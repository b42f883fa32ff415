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

async function violations({ isPart, rules }: Asked): Promise<string[]> {
  if (rules?.length === 0) return [];
  const { default: axe } = await import('axe-core');
  const spared = Object.fromEntries(isPart ? OF_SCREENS.map((rule) => [rule, { enabled: false }]) : []);
  const found = await axe.run(document, {
    resultTypes: ['violations'],
    ...(rules ? { runOnly: [...rules] } : { rules: spared }),
  });
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`);
}

/** What is wrong with what is on the screen, a line each. */
export async function look(asked: Asked): Promise<string[]> {
  const words = (box: Element) =>
    `overflow of ${box.scrollWidth - box.clientWidth} px: ${box.outerHTML.replace(/\s+/g, ' ').slice(0, 80)}`;
  return [...(await violations(asked)), ...overflowing().map(words)];
}
