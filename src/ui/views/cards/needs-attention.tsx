import type { VNode } from 'preact';
import { useId, useState } from 'preact/hooks';
import { message as m } from '../../../platform/message';
import { plural } from '../../../platform/words';
import { Icon } from '../../components/icon';
import './cards.css';

/** What waits for the user: one thing as its card, several as a line that opens them; nothing where nothing does. */
export function NeedsAttention({ cards }: { cards: VNode[] }) {
  const [open, setOpen] = useState(false);
  const list = useId();
  if (cards.length === 0) return null;
  const isLine = cards.length > 1;
  return (
    <section class="needs-attention" aria-label={m('needs_attention')}>
      {isLine && (
        <div class="attention-line">
          <Icon name="alert" />
          <p>{plural('need_attention', cards.length)}</p>
          <button type="button" class="quiet" aria-expanded={open} aria-controls={list} onClick={() => setOpen(!open)}>
            {m('review')}
            <Icon name={open ? 'up' : 'down'} />
          </button>
        </div>
      )}
      <div id={list}>{(open || !isLine) && cards}</div>
    </section>
  );
}
