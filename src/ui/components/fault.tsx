import { useId, useLayoutEffect } from 'preact/hooks';

/** What is wrong with a control, as a sentence under it. The control says so itself, and is described by it. */
export function useFault(fault: string | null) {
  const id = useId();
  return {
    wrong: fault === null ? {} : { 'aria-invalid': true, 'aria-describedby': id },
    said: fault !== null && (
      <p class="hint fault" role="alert" id={id}>
        {fault}
      </p>
    ),
  };
}

/** Takes the focus to the first control with a fault, after each try that found one. */
export function useFirstFault(tries: number): void {
  useLayoutEffect(() => {
    if (tries > 0) document.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [tries]);
}
