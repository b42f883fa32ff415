import type { Life } from './browser';
import type { Clock } from './clock';
import type { SimulatedService } from './service';

/** So late comes what was on its way when its worker was ended: when the next one is at work. */
const LATE = 30_000;

/** What becomes of one request: it is lost, its answer is, or the browser sends it again by itself (a POST too: RFC 9110 9.2.2 forbids it, Chromium does it on a connection that was kept open). */
export type Mishap = 'request-lost' | 'answer-lost' | 'resent';

/** What a test does to the network, and sees of it. */
export type Wire = {
  online: boolean;
  /** Milliseconds in each direction. */
  oneWay: number;
  /** What is to become of the next changes, first in first out. */
  mishaps: Mishap[];
  inFlight: number;
  /** The most that were under way at once, to any one host. */
  most: number;
};

export const calmWire = (): Wire => ({ online: true, oneWay: 25, mishaps: [], inFlight: 0, most: 0 });

type Given = {
  clock: Clock;
  service: SimulatedService;
  wire: Wire;
  /** What becomes of requests that are on their way when their worker is ended. */
  onTheWay: 'lost' | 'late';
  /** Something has reached the server. */
  effect: () => void;
};

const dropped = () => new TypeError('Failed to fetch');
const isChange = (init: RequestInit) => init.method !== undefined && init.method !== 'GET';

/** A worker's `fetch`; it may be ended while a request is under way. */
export function networkOf({ clock, service, wire, onTheWay, effect }: Given) {
  /** The server's answer, or nothing where none comes back. */
  async function reach(input: string, init: RequestInit): Promise<Response | undefined> {
    const mishap = isChange(init) ? wire.mishaps.shift() : undefined;
    if (mishap === 'request-lost') return undefined;
    const answer = await service.ask(input, init);
    if (mishap === 'resent') return await service.ask(input, init);
    return mishap === 'answer-lost' ? undefined : answer;
  }

  return (own: Life) =>
    (input: unknown, init: RequestInit = {}) =>
      new Promise<Response>((resolve, reject) => {
        own.busyAt = clock.now();
        wire.inFlight += 1;
        wire.most = Math.max(wire.most, wire.inFlight);
        let isOver = false;
        /** Tells the worker once, if it is still there. */
        const end = (tell: () => void) => {
          if (isOver || !own.alive) return;
          isOver = true;
          wire.inFlight -= 1;
          tell();
        };
        const back = (tell: () => void) => clock.after(wire.oneWay, () => end(tell));
        init.signal?.addEventListener('abort', () => end(() => reject(init.signal?.reason)));
        const arrive = async () => {
          const answer = await reach(String(input), init);
          effect();
          back(() => (answer ? resolve(answer) : reject(dropped())));
        };
        clock.after(wire.oneWay, () => {
          if (!wire.online) return back(() => reject(dropped()));
          if (own.alive) return arrive();
          return onTheWay === 'late' ? clock.after(LATE, arrive) : undefined;
        });
      });
}
