import type { ComponentChildren } from 'preact';
import { message as m } from '../../platform/message';
import './why.css';

/** What a sentence leaves out, for who asks. */
export function Why({ children }: { children: ComponentChildren }) {
  return (
    <details class="why-more">
      <summary>{m('why')}</summary>
      <div class="hint">{children}</div>
    </details>
  );
}
