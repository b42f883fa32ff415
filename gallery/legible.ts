import type { AxeResults } from 'axe-core';

/** What decides how well a text can be told from its ground, besides what that ground is. */
const OWN = ['color', 'font-size', 'font-weight', 'text-shadow'];
/** What a box adds to the ground of all that is in it, unless it is as most boxes are. */
const GROUND = { 'background-color': 'rgba(0, 0, 0, 0)', 'background-image': 'none' };
/** By which all that is in a box is mixed with what is behind that. */
const MIXED = { opacity: '1', filter: 'none', 'mix-blend-mode': 'normal' };

const FIELDS = 'input:not([type="radio"], [type="checkbox"]), select, textarea';
/** A box that is taken out of its place may stand before anything; but for the one that has all others in it. */
const OUT_OF_PLACE = ['absolute', 'fixed', 'sticky'];

const isOpaque = (color: string) => color.startsWith('rgb(');

const addedBy = (style: CSSStyleDeclaration, by: Readonly<Record<string, string>>) =>
  Object.entries(by).flatMap(([name, usual]) => {
    const value = style.getPropertyValue(name);
    return value === usual ? [] : `${name}: ${value}`;
  });

/** What is painted in the middle of a box, what is in front first; nothing of what is out of sight. */
function stackAt(box: Element): Element[] {
  const { x, y, width, height } = box.getBoundingClientRect();
  return document.elementsFromPoint(x + width / 2, y + height / 2);
}

/** Whether nothing with a ground of its own is between a box and the one that it is in, as over which it is laid. */
function isLaidOnParent(box: Element): boolean {
  const stack = stackAt(box);
  const [here, parent] = [stack.indexOf(box), stack.indexOf(box.parentElement ?? box)];
  const between = stack.slice(here + 1, parent).flatMap((each) => addedBy(getComputedStyle(each), GROUND));
  return here >= 0 && parent > here && between.length === 0;
}

/** The colours of the boxes around up to one that hides the rest, where it can be known from them what is behind. */
type Ground = { colours: string; isMixed: boolean; isKnown: boolean };
/** In one look at the screen, in which nothing changes. */
type Grounds = Map<Element, Ground>;

function groundOf(box: Element | null, grounds: Grounds): Ground {
  if (!box) return { colours: '', isMixed: false, isKnown: true };
  const before = grounds.get(box);
  if (before) return before;
  const style = getComputedStyle(box);
  const around = groundOf(box.parentElement, grounds);
  const isGrounded = isOpaque(style.backgroundColor) && style.backgroundImage === 'none';
  const isAll = box.parentElement === document.body;
  const isInPlace = isAll || !OUT_OF_PLACE.includes(style.position);
  const mixed = addedBy(style, MIXED);
  const isMixed = around.isMixed || mixed.length > 0;
  const colours = [...addedBy(style, GROUND), ...mixed];
  const ground = {
    colours: [...colours, ...(isGrounded && !isMixed ? [] : [around.colours])].join(';'),
    isMixed,
    isKnown: isGrounded || (around.isKnown && (isInPlace || (style.position === 'absolute' && isLaidOnParent(box)))),
  };
  grounds.set(box, ground);
  return ground;
}

/** All colours that meet in a text; nothing where it cannot be known from the boxes around it what is behind it. */
function coloursOf(text: Element, grounds: Grounds): string | undefined {
  const own = getComputedStyle(text);
  const { colours, isKnown } = groundOf(text, grounds);
  return isKnown ? [...OWN.map((name) => own.getPropertyValue(name)), colours].join(';') : undefined;
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
  box.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && box.getBoundingClientRect().width > 1;

/** Where another box is painted over a text, as where a box hides what stands out of it, axe says nothing of it. */
function isReckoned(text: Element): boolean {
  if (text.matches(':disabled') || stackAt(text).indexOf(text) > 0) return false;
  const own = text.getBoundingClientRect();
  for (let box = text.parentElement; box; box = box.parentElement) {
    if (!/hidden|clip/.test(getComputedStyle(box).overflow)) continue;
    const { top, bottom, left, right } = box.getBoundingClientRect();
    if (own.top >= bottom || own.bottom <= top || own.left >= right || own.right <= left) return false;
  }
  return true;
}

/** A link in a text is compared with that text, too. */
const isLinkInText = (box: Element) => box.tagName === 'A' && hasWords(box.parentElement);

/** The texts in colours that were not looked at before: any other one is as legible as the one that was. */
export function textsToLookAt(): Element[] {
  const texts = [...document.body.querySelectorAll<HTMLElement>(':not(svg, svg *)')].filter(
    (box) => box.matches(FIELDS) || hasWords(box),
  );
  const grounds: Grounds = new Map();
  const isNew = (text: Element) => isLinkInText(text) || !legible.has(coloursOf(text, grounds) ?? '');
  return texts.filter((text) => isSeen(text) && isNew(text) && isReckoned(text));
}

/** Keeps the colours of each text of which axe has reckoned the contrast: of what is covered or disabled it has not. */
export function learnFrom({ passes }: AxeResults): void {
  const nodes = passes.filter(({ id }) => id === 'color-contrast').flatMap((rule) => rule.nodes);
  const grounds: Grounds = new Map();
  for (const { element, any } of nodes) {
    const colours = element && any[0]?.data?.contrastRatio > 0 ? coloursOf(element, grounds) : undefined;
    if (colours !== undefined) legible.add(colours);
  }
}
