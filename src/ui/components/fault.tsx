import { useId, useLayoutEffect } from 'preact/hooks';
import type { Refused } from '../../core/minting/refused-field';

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

/** Takes the focus to the first control with a fault, after each try that found one, and after each that was refused. */
export function useFirstFault(tries: number, refused: Refused | null): void {
  useLayoutEffect(() => {
    if (tries > 0 || refused) document.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [tries, refused]);
}
