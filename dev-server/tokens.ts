import { randomUUID } from 'node:crypto';
import { instantOf, sqlDateTime } from './dates';
import { mintLegacySecret, mintSecret } from './secret';

/** A row as `_apis/Token/SessionTokens` answers it (services.md 3.1). */
export type SessionToken = {
  clientId: string;
  accessId: string;
  authorizationId: string;
  hostAuthorizationId: string;
  userId: string;
  validFrom: string;
  validTo: string;
  displayName: string | null;
  scope: string;
  /** null = every organization of the user: a global token. */
  targetAccounts: string[] | null;
  token: string | null;
  alternateToken: string | null;
  isValid: boolean;
  /** true = an SSH key. */
  isPublic: boolean;
  publicData: string | null;
  source: string | null;
  claims: Record<string, string> | null;
};

/** `madeIn`: the id of the organization; that of a row which does not say is the first that it works in. */
export type LedgerEntry = { token: SessionToken; secret: string; madeBy: 'page' | 'tool'; madeIn: string | undefined };

type Draft = Pick<SessionToken, 'userId' | 'displayName' | 'scope' | 'targetAccounts'> & {
  validTo: number;
  madeIn?: string;
};

const zeroId = '00000000-0000-0000-0000-000000000000';

/** Every token there is, and the only place that knows the secrets. */
export class Ledger {
  readonly #entries = new Map<string, LedgerEntry>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  mint(draft: Draft, madeBy: LedgerEntry['madeBy'] = 'page'): LedgerEntry {
    const token: SessionToken = {
      clientId: zeroId,
      accessId: randomUUID(),
      authorizationId: randomUUID(),
      hostAuthorizationId: zeroId,
      userId: draft.userId,
      validFrom: sqlDateTime(this.#now()),
      validTo: sqlDateTime(draft.validTo),
      displayName: draft.displayName,
      scope: draft.scope,
      targetAccounts: draft.targetAccounts,
      token: null,
      alternateToken: null,
      isValid: true,
      isPublic: false,
      publicData: null,
      source: null,
      claims: null,
    };
    return this.add(token, madeBy, draft.madeIn);
  }

  /** Adds a row that exists already. One from before July 2024 gets a secret of that time, once somebody asks for it. */
  add(token: SessionToken, madeBy: LedgerEntry['madeBy'] = 'page', madeIn = token.targetAccounts?.[0]): LedgerEntry {
    const made = instantOf(token.validFrom);
    let secret: string | undefined;
    const entry: LedgerEntry = {
      token,
      get secret() {
        secret ??= made < Date.parse('2024-07-01') ? mintLegacySecret() : mintSecret(made);
        return secret;
      },
      madeBy,
      madeIn,
    };
    this.#entries.set(token.authorizationId, entry);
    return entry;
  }

  find(authorizationId: string): LedgerEntry | undefined {
    return this.#entries.get(authorizationId);
  }

  findBySecret(secret: string): LedgerEntry | undefined {
    return [...this.#entries.values()].find((entry) => entry.secret === secret && !entry.token.isPublic);
  }

  /** In the order in which they were made, SSH keys among them. */
  ofUser(userId: string): LedgerEntry[] {
    return [...this.#entries.values()].filter((entry) => entry.token.userId === userId);
  }

  revoke(authorizationId: string): boolean {
    const entry = this.#entries.get(authorizationId);
    if (entry) entry.token.isValid = false;
    return entry !== undefined;
  }
}
