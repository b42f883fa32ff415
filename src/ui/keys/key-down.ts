import { useLayoutEffect } from 'preact/hooks';

/** Hears every key that is pressed on a screen, from its first frame on. */
export function useKeyDown(hear: (event: KeyboardEvent) => void): void {
  useLayoutEffect(() => {
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  });
}

/** Whether a letter is pressed with Ctrl, or with the key that stands for it on a Mac, and with nothing else. */
export const isWithCtrl = ({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent, letter: string): boolean =>
  key.toLowerCase() === letter && (ctrlKey || metaKey) && !altKey && !shiftKey;
