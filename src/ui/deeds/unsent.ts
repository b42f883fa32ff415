import { useEffect, useRef } from 'preact/hooks';
import { call } from '../../contract/call';
import type { Unsent } from '../../core/minting/unsent';
import { inBackground } from '../../platform/log';

/** So long nothing is typed before it is kept. */
const PAUSE = 200;

/**
 * Keeps the fields while they are on the screen. They are forgotten when the screen is left, by Cancel or with a token; a
 * popup that closes leaves nothing by itself, and the worker forgets what became a token.
 */
export function useKept(unsent: Unsent): void {
  const text = JSON.stringify(unsent);
  const before = useRef(text);
  useEffect(() => {
    if (text === before.current) return; // what the screen begins with
    before.current = text;
    const timer = setTimeout(() => inBackground('keep what is typed', call('draft.keep', { unsent })), PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
  useEffect(() => () => inBackground('forget what was typed', call('draft.keep', { unsent: null })), []);
}
