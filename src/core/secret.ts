import * as z from 'zod/mini';

const REDACTED = '[redacted]';

/**
 * The password inside a personal access token. It shows itself only through `reveal`, so that no log, error, template
 * or JSON can give it away by accident.
 */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return REDACTED;
  }

  toJSON(): string {
    return REDACTED;
  }

  /** What Node's inspector prints. */
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return REDACTED;
  }
}

/** Between a text on the wire and a `Secret`: the only way for one to cross a message or session storage. */
export const SecretText = z.codec(z.string().check(z.minLength(1)), z.instanceof(Secret), {
  decode: (text) => new Secret(text),
  encode: (secret) => secret.reveal(),
});
