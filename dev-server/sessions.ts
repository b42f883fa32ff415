import { mintSessionCookie } from './secret';
import type { User } from './tenant';

/** Who is signed in, by the value of the `UserAuthentication` cookie (enough alone: services.md 2.7). */
export class Sessions {
  readonly #users = new Map<string, User>();

  open(user: User): string {
    const cookie = mintSessionCookie();
    this.#users.set(cookie, user);
    return cookie;
  }

  userOf(cookie: string | undefined): User | undefined {
    return cookie === undefined ? undefined : this.#users.get(cookie);
  }

  end(cookie: string): void {
    this.#users.delete(cookie);
  }

  endAll(): void {
    this.#users.clear();
  }

  /** The same cookies belong to somebody else from now on, as when the browser signs in anew in another tab. */
  giveAllTo(user: User): void {
    for (const cookie of this.#users.keys()) this.#users.set(cookie, user);
  }
}
