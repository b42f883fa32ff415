import { send } from '../contract/send';
import type { Front } from '../core/front/front';
import type { HostId } from '../core/host';
import { inBackground } from '../platform/log';
import type { Actor } from '../ui/actor';
import type { Asked } from '../ui/deeds/update';

/** A rejection is for whoever reads the answer, and is not unheard of until then. */
function kept(sent: Promise<unknown>): Promise<unknown> {
  sent.catch(() => undefined);
  return sent;
}

/** Asks the worker for what may have changed: the page that the user looks at, and the tokens. */
export function askAbout({ screen }: Front): Asked {
  return {
    discovered: kept(send('hosts.discover', {})),
    read: new Map(screen.at.map(({ hostId }) => [hostId, kept(send('tokens.refresh', { hostId }))])),
  };
}

/** A host that is shown since its page is in view is the one of next time, too. */
export const remember = (hostId: HostId): void => inBackground('choose', send('hosts.choose', { hostId }));

export const sendMint = ({ who }: Actor, purpose: string): Promise<unknown> =>
  kept(send('tokens.mint', { ...who, purpose }));

type Answer = { ok?: unknown; value?: { hostId?: unknown; offer?: unknown } } | null | undefined;

/**
 * Whether the answers leave the list as it is shown. They are not read for more: whatever they say besides needs the code
 * that understands it. What has changed in the list itself is told by storage.
 */
export async function isAsBefore({ discovered, read }: Asked, { chosen, screen }: Front): Promise<boolean> {
  const [found, ...answers] = await Promise.all(
    [discovered, ...read.values()].map((sent) =>
      sent.then(
        (answer) => answer as Answer,
        () => null,
      ),
    ),
  );
  const { hostId = null, offer = null } = found?.value ?? {};
  const isHere = hostId === null || hostId === chosen || screen.at.length > 1;
  return [found, ...answers].every((answer) => answer?.ok === true) && isHere && offer === null;
}
