import * as z from 'zod/mini';

const REDACTED = '[redacted]';

/**
 * The letters that tokens are made of, in every form that is known: 52 and 84 letters and digits (services.md 8.1, server.md 8, "Token
 * text"), and three pieces of base64url between dots, which the older session tokens have. None of them means anything to a shell, a
 * file or an address, so whatever passes can be written anywhere; and no line ends before the token does.
 */
const FORM = /^[A-Za-z0-9._~+/=-]{20,512}$/;

/** Whether a text can be a token at all. Nothing else is ever handed on as one. */
export const hasFormOfSecret = (text: string) => FORM.test(text);

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

/** Between a text on the wire and a `Secret`: the only way for one to come in, or to cross a message or session storage. */
export const SecretText = z.codec(z.string().check(z.refine(hasFormOfSecret)), z.instanceof(Secret), {
  decode: (text) => new Secret(text),
  encode: (secret) => secret.reveal(),
});
