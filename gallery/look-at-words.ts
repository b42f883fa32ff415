import { CLOSE, OPEN } from './pseudo';

const WORDS = /[A-Za-z]{2}/;
/** Signs and commands, what is typed, and what nobody sees. */
const NO_WORDS = 'pre, code, kbd, textarea, script, style, [hidden], svg';

const isSeen = (box: Element) => box.checkVisibility({ visibilityProperty: true });

/** All that is read on the screen or aloud, each piece by itself. */
function allTexts(): string[] {
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const texts: string[] = [];
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const box = node.parentElement;
    if (box && !box.closest(NO_WORDS) && isSeen(box)) texts.push(node.textContent ?? '');
  }
  const said = ['aria-label', 'placeholder', 'title', 'alt', 'aria-roledescription'];
  const spoken = [...document.querySelectorAll('*')].flatMap((box) => said.map((name) => box.getAttribute(name) ?? ''));
  return [...texts, ...spoken].map((text) => text.trim());
}

/** What stands in no message though it has words: names, dates, and English that was forgotten. */
export function outsideMessages(): string[] {
  return [...new Set(allTexts())].filter((text) => WORDS.test(text) && !text.includes(OPEN) && !text.includes(CLOSE));
}

/** A message that is not there, or one whose own signs for what is read from right to left are shown by their codes. */
export const missingMessages = (): string[] =>
  allTexts().filter((text) => text.includes(`${OPEN}missing: `) || /\\u\{20(?:0F|68|69)\}/.test(text));

/** Whether it has text of its own, and is no box of one pixel for who hears the screen. */
function hasOwnText(box: Element): boolean {
  const own = [...box.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim());
  return own && box.clientWidth > 1 && isSeen(box) && !box.closest(NO_WORDS);
}

/** A name may end in dots, and a list of facts; one message that has no name in it may not. */
const isWordsAlone = (text: string) =>
  text.startsWith(OPEN) && text.indexOf(CLOSE) === text.length - 1 && !WORDS.test(text);

/** How a box cuts its text off, or lets it stick out; nothing where all of it is seen. */
function cutOf(box: Element): string | null {
  const { overflowX, overflowY, textOverflow, webkitLineClamp, display } = getComputedStyle(box);
  if (display === 'inline') return null;
  const wide = box.scrollWidth - box.clientWidth;
  const high = box.scrollHeight - box.clientHeight;
  const isLong = textOverflow === 'ellipsis' || webkitLineClamp !== 'none';
  if (isLong && !isWordsAlone(box.textContent?.trim() ?? '')) return null;
  if (wide > 1 && overflowX !== 'auto' && overflowX !== 'scroll') return `${wide} px of its width`;
  if (high > 4 && (overflowY === 'hidden' || overflowY === 'clip')) return `${high} px of its height`;
  return null;
}

/** A button or chip that is wider than what it stands in. */
function beyondScreen(box: Element): string | null {
  const { left, right } = box.getBoundingClientRect();
  const out = Math.max(right - document.documentElement.clientWidth, -left);
  const isScrolled = box.closest('[style*="overflow"], .scrolls') !== null;
  return out > 1 && !isScrolled ? `${Math.round(out)} px beyond the screen` : null;
}

export function cutTexts(): string[] {
  const boxes = [...document.body.querySelectorAll('*')].filter(hasOwnText);
  return boxes.flatMap((box) => {
    const cut = cutOf(box) ?? beyondScreen(box);
    return cut === null ? [] : `cut off, ${cut}: ${box.outerHTML.replace(/\s+/g, ' ').slice(0, 140)}`;
  });
}
