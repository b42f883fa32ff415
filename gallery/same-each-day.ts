import { NOW } from './fixtures/now';

/** Time stands still and chance is no chance: a picture of a story is the same each day. */
const { Date: RealDate, crypto } = globalThis;

class FixedDate extends RealDate {
  constructor(...given: unknown[]) {
    // A date that is told nothing is now; the other forms are the real one's.
    super(...((given.length === 0 ? [NOW] : given) as [number]));
  }

  static override now(): number {
    return NOW;
  }
}

Object.assign(globalThis, { Date: FixedDate });
Object.assign(crypto, {
  getRandomValues: (bytes: Uint8Array) => bytes.fill(7),
  randomUUID: () => '07070707-0707-4707-8707-070707070707',
});
