const TAKES = 'a[href], button:enabled, input:enabled, select:enabled, [tabindex]';

/** An element on the way to what had the focus, and which child of it led there. */
type Step = { box: Element; index: number };

let last: HTMLElement | null = null;
let way: Step[] = [];

/** Notes what has the focus, and where it stands. A dialog gives it back by itself to what had it before. */
function note({ target }: Pick<FocusEvent, 'target'>): void {
  if (!(target instanceof HTMLElement) || target.closest('dialog, [popover]')) return;
  last = target;
  way = [];
  for (let each: Element = target; each.parentElement; each = each.parentElement)
    way.push({ box: each.parentElement, index: [...each.parentElement.children].indexOf(each) });
}

/** What stands now where the other one stood, or as near to it as can be: the next row, the next button, the heading. */
function heir(): HTMLElement | null {
  const near = way.find(({ box }) => box.isConnected && box.matches('ul, section, [role="group"]'));
  const inPlace = near && [...near.box.children].slice(0, near.index + 1).at(-1);
  const found = inPlace?.querySelector<HTMLElement>(TAKES) ?? near?.box.querySelector<HTMLElement>(TAKES);
  return found ?? document.querySelector<HTMLElement>('h1[tabindex]');
}

function keep(): void {
  const { activeElement } = document;
  if (last === null || (activeElement !== null && activeElement !== document.body)) return;
  if (!last.isConnected) heir()?.focus({ preventScroll: true });
  else if (!last.matches(':disabled')) last.focus({ preventScroll: true });
}

/**
 * The focus stays on what is shown. A browser lets it fall when what has it goes or is disabled: then whoever works
 * without a mouse begins anew at the top, and whoever does not see hears nothing.
 */
export function keepFocus(root: HTMLElement): void {
  note({ target: document.activeElement });
  document.addEventListener('focusin', note);
  const watching = new MutationObserver(keep);
  watching.observe(root, { childList: true, subtree: true, attributes: true, attributeFilter: ['disabled'] });
}
