import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * A `<dialog>` that is over everything while it is there, and gives the focus back; `onCancel` answers Escape, `begin`
 * sees it when it has been opened. What is answered is for the element.
 */
export function useModal(onCancel: () => void, begin: (opened: HTMLDialogElement) => void = () => undefined) {
  const ref = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const opened = ref.current;
    opened?.showModal();
    if (opened) begin(opened);
    return () => opened?.close(); // which gives the focus back
  }, []);
  const cancel = (event: Event) => {
    event.preventDefault(); // who shows it takes it away
    onCancel();
  };
  return { ref, onCancel: cancel };
}
