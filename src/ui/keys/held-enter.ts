/**
 * Keeps an Enter that is still held down from pressing what came under the focus meanwhile: nobody confirms a question
 * that they have not seen yet.
 */
export function ignoreHeldEnter(event: KeyboardEvent): void {
  if (event.repeat && event.key === 'Enter') event.preventDefault();
}
