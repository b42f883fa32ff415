import type { Draft } from '../../core/draft';
import type { HostId } from '../../core/host';
import type { Minted } from '../../core/minting/minted';
import type { Result } from '../../core/result';
import { oncePerKey } from '../../platform/once';
import { tokensOf } from '../connection/connection';
import { hostForSecrets } from '../connection/secrets';
import { whileDoing } from '../ledgers/deeds';
import { forgetWhenMade } from '../ledgers/unsent';
import { tokenAllowed } from '../policy/decided';
import { sendOnce } from './attempt';
import { believedLimits } from './limits';
import { draftFor } from './purposes';

type By = { hostId: HostId; identityId: string };

async function send({ hostId, identityId }: By, draft: Draft): Promise<Result<Minted>> {
  const { rounding } = await believedLimits({ hostId, identityId });
  const allowed = await tokenAllowed({ ...draft, isRounded: rounding?.up === true });
  if (!allowed.ok) return allowed;
  const host = await hostForSecrets(hostId);
  if (!host.ok) return host;
  return await sendOnce({ host: host.value, identityId, draft }, tokensOf(host.value, { byPress: true }).create);
}

const whileMaking = <T>({ hostId }: By, make: () => Promise<T>) => whileDoing({ what: 'create', on: [hostId] }, make);

/** Two pages, or two presses, that ask for the same at the same time get the same token: one create is sent. */
const once = oncePerKey<string, Result<Minted>>();

/** Creates the token that a draft describes: at most one request, whose fate is told whatever happens. */
export function create({ draft, ...by }: By & { draft: Draft }): Promise<Result<Minted>> {
  const make = async () => {
    const made = await send(by, draft);
    forgetWhenMade({ ...by, ...draft }, made);
    return made;
  };
  return once(JSON.stringify([by, draft]), () => whileMaking(by, make));
}

/** Creates a token for a purpose, with its scopes, a lifetime that the organization grants and a default name. */
export function mint({ purpose, ...by }: By & { purpose: string }): Promise<Result<Minted>> {
  const draftAndSend = async () => {
    const draft = await draftFor(purpose, by);
    return draft.ok ? await send(by, draft.value) : draft;
  };
  return once(JSON.stringify([by, purpose]), () => whileMaking(by, draftAndSend));
}
