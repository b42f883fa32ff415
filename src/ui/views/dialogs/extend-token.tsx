import { useState } from 'preact/hooks';
import { endOf, type Lifetime } from '../../../core/draft';
import { daysOf } from '../../../core/minting/duplicate';
import { longestDays } from '../../../core/minting/expectation';
import type { Believed } from '../../../core/minting/limits';
import type { Refused } from '../../../core/minting/refused-field';
import { nameOf } from '../../../platform/in-words/people';
import { message as m } from '../../../platform/message';
import { useFirstFault } from '../../components/fault';
import { choiceFor, choiceOfLifetime, LifetimeField, lifetimeOf } from '../../components/fields/lifetime-field';
import { LifetimeHints } from '../../components/fields/limit-hints';
import { Dialog } from '../../components/frames/dialog';
import { TokenFacts } from '../../components/token-facts';
import type { Row } from '../../on-screen';
import { refusedFaults } from '../../words/refused';
import { dayInWords } from '../../words/when';

type Props = {
  row: Row;
  alike: boolean;
  /** Whether a deed is under way: this one can be sent when that is done. */
  busy: boolean;
  /** What the organization is known to grant. */
  limits: Believed;
  refused: Refused | null;
  onExtend: (lifetime: Lifetime) => void;
  onClose: () => void;
};

/** Until when it lives now, and then. Without a day there is no new end yet. */
function NewEnd({ before, after }: { before: number | null; after: number }) {
  if (before === null && after > 0) return <p aria-live="polite">{m('extend_to', dayInWords(after))}</p>;
  if (!(after > 0)) return <p class="hint">{m('extend_from', dayInWords(before))}</p>;
  const isShorter = before !== null && after < before;
  return (
    <p class={isShorter ? 'warning' : ''} aria-live="polite">
      {m(isShorter ? 'extend_shorter' : 'extend_explain', dayInWords(before), dayInWords(after))}
    </p>
  );
}

/** Asks until when a token is to live. */
export function ExtendToken({ row, alike, busy, limits, refused, onExtend, onClose }: Props) {
  const { token, host, now } = row;
  const longest = limits.decided?.longestDays;
  const [choice, setChoice] = useState(() =>
    refused?.asked.lifetime ? choiceOfLifetime(refused.asked.lifetime) : choiceFor(daysOf(token), longestDays(limits)),
  );
  const lifetime = lifetimeOf(choice, longest);
  const faults = refusedFaults(refused, { lifetime }, host.name);
  useFirstFault(0, refused);
  return (
    <Dialog
      title={m('extend_heading', nameOf(token))}
      deed={m('extend')}
      disabled={busy}
      outcome={<NewEnd before={token.expiresAt} after={endOf(lifetime, now)} />}
      onSubmit={() => {
        onClose();
        onExtend(lifetime);
      }}
      onCancel={onClose}
    >
      {alike && <TokenFacts row={row} alike />}
      <LifetimeField value={choice} longest={longest} fault={faults.lifetime ?? null} onChange={setChoice} />
      <LifetimeHints host={host} limits={limits} lifetime={lifetime} />
    </Dialog>
  );
}
