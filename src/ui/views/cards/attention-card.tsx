import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from '../../components/icon';
import { Name } from '../../components/name';
import '../../components/more-icons';
import './cards.css';

type Props = {
  sign?: IconName;
  /** What it is about; none where it is about several, or nothing that has a name. */
  name?: string;
  /** At the other end of that line, such as when it was made. */
  aside?: string;
  /** Why it waits, in a few words. */
  reason: string;
  /** What is worth to be known beside. */
  more?: string;
  /** The id by which its buttons are described: two cards can be about things of one name. */
  id?: string;
  children: ComponentChildren;
};

/** One thing that waits for the user: what, why, and what can be done. */
export function AttentionCard({ sign = 'alert', name, aside, reason, more, id, children }: Props) {
  return (
    <div class="attention">
      <Icon name={sign} />
      {name !== undefined && (
        <p class="attention-name">
          <strong>
            <Name of={name} />
          </strong>
          {aside && <span>{aside}</span>}
        </p>
      )}
      <p class="attention-reason" id={id}>
        {name !== undefined && aside && <span class="unseen">{aside} </span>}
        {reason}
      </p>
      {more && <p class="hint">{more}</p>}
      <div class="buttons">{children}</div>
    </div>
  );
}
