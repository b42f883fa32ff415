import type { VNode } from 'preact';
import { message as m } from '../../../platform/message';
import type { Row } from '../../on-screen';
import { nameOf } from '../../words/text';
import './cards.css';

type StrayProps = { row: Row; onRevoke: () => void };

/** A token whose secret was lost on the way. */
export function StrayCard({ row, onRevoke }: StrayProps) {
  return (
    <div class="attention">
      <p>{m('stray_explain', nameOf(row.token))}</p>
      <button type="button" onClick={onRevoke}>
        {m('revoke_named', nameOf(row.token))}
      </button>
    </div>
  );
}

/** What waits for the user, a card each; nothing at all where nothing does. */
export function NeedsAttention({ cards }: { cards: VNode[] }) {
  if (cards.length === 0) return null;
  return (
    <section class="notice-card" aria-label={m('needs_attention')}>
      <h2>{m('needs_attention')}</h2>
      {cards}
    </section>
  );
}
