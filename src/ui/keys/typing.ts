const TYPED_INTO = 'input:not([type="radio"], [type="checkbox"]), select, textarea';

/** Whether a key is typed into a field, which takes it as a letter. */
export function isTyping({ target }: KeyboardEvent): boolean {
  return target instanceof HTMLElement && target.matches(TYPED_INTO);
}
