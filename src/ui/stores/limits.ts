import type { KnownHost } from '../../core/host';
import { limitsAt } from '../../core/minting/expectation';
import type { Believed } from '../../core/minting/limits';
import { limitsUnder } from '../../core/policy/held';
import { stored } from '../../platform/stored';
import { localNow } from './clock';
import { ofEachHost } from './follow';
import { policy } from './policy';

const limits = ofEachHost('limits', stored.limits);

/** What a host was found to allow the account that is signed in there. */
export function limitsOf({ id, identity }: KnownHost): Believed {
  const believed = limitsAt(limits.of(id) ?? null, identity?.id ?? '', localNow.value);
  return limitsUnder(policy.value.policy, believed);
}
