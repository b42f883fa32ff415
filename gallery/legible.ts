import type { AxeResults } from 'axe-core';

/** What decides how well a text can be told from its ground, besides what that ground is. */
const OWN = ['color', 'font-size', 'font-weight', 'text-shadow'];
/** What each box adds to the ground of all that is in it. */
const GROUND = ['background-color', 'background-image', 'opacity', 'filter', 'mix-blend-mode'];

const FIELDS = 'input:not([type="radio"], [type="checkbox"]), select, textarea';
/** A box that is taken out of its place may stand before anything; but for the one that has all others in it. */
const OUT_OF_PLACE = ['absolute', 'fixed', 'sticky'];

const isOpaque = (color: string) => color.startsWith('rgb(');

/** All colours that meet in a text; nothing where it cannot be known from the boxes around it what is behind it. */
function coloursOf(text: Element): string | undefined {
  const own = getComputedStyle(text);
  const colours = OWN.map((name) => own.getPropertyValue(name));
  let isGrounded = false;
  for (let box: Element | null = text; box; box = box.parentElement) {
    const style = getComputedStyle(box);
    colours.push(...GROUND.map((name) => style.getPropertyValue(name)));
    isGrounded ||= isOpaque(style.backgroundColor) && style.backgroundImage === 'none';
    const isAll = box.parentElement === document.body;
    if (!isGrounded && !isAll && OUT_OF_PLACE.includes(style.position)) return undefined;
  }
  return colours.join(';');
}

/** Colours in which a text was found to be legible. */
const legible = new Set<string>();

/** A sign alone is none to axe, which lets it be a picture. */
const hasWords = (box: Element | null) =>
  [...(box?.childNodes ?? [])].some(
    (node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim().length > 1,
  );

/** And no box of one pixel for who hears the screen. */
const isSeen = (box: Element) =>
  box.checkVisibility({ visibilityProperty: true }) && box.getBoundingClientRect().width > 1;

/** A link in a text is compared with that text, too. */
const isLinkInText = (box: Element) => box.tagName === 'A' && hasWords(box.parentElement);

/** The texts in colours that were not looked at before: any other one is as legible as the one that was. */
export function textsToLookAt(): Element[] {
  const texts = [...document.body.querySelectorAll('*')].filter((box) => box.matches(FIELDS) || hasWords(box));
  const isNew = (text: Element) => isLinkInText(text) || !legible.has(coloursOf(text) ?? '');
  return texts.filter((text) => isSeen(text) && isNew(text));
}

/** Keeps the colours of each text of which axe has reckoned the contrast: of what is covered or disabled it has not. */
export function learnFrom({ passes }: AxeResults): void {
  const nodes = passes.filter(({ id }) => id === 'color-contrast').flatMap((rule) => rule.nodes);
  for (const { element, any } of nodes) {
    const colours = element && any[0]?.data?.contrastRatio > 0 ? coloursOf(element) : undefined;
    if (colours !== undefined) legible.add(colours);
  }
}
