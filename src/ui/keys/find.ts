const isFind = ({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent) =>
  key.toLowerCase() === 'f' && (ctrlKey || metaKey) && !altKey && !shiftKey;

/** Whether the key is the browser's: somebody is in a search already, or in a question. */
const isTaken = () =>
  Boolean(document.activeElement?.matches('input[type="search"]') || document.querySelector('dialog[open]'));

/**
 * Where rows are not drawn, the browser would look for them in vain: its key leads to the search of the list. Pressed
 * there, it is the browser's. `say` hears whether that is to be said now, which is the first time until one types or leaves.
 */
export function watchFind(field: HTMLInputElement, say: (isNews: boolean) => void): () => void {
  let isFirst = true;
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isFind(event) || event.defaultPrevented || isTaken()) return;
    event.preventDefault();
    field.focus(); // which brings it into view, as to select it does not
    field.select();
    say(isFirst);
    isFirst = false;
  };
  const hush = () => say(false);
  document.addEventListener('keydown', onKeyDown);
  for (const kind of ['input', 'blur']) field.addEventListener(kind, hush);
  return () => {
    document.removeEventListener('keydown', onKeyDown);
    for (const kind of ['input', 'blur']) field.removeEventListener(kind, hush);
  };
}
