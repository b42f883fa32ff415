import type { Life, Rule } from './browser';
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
  /** How many are under way to each server. */
  inFlight: Map<string, number>;
  /** The most that were under way at once, to any one server. */
  most: number;
  /** What became of changes so far. */
  met: Mishap[];
};

export const calmWire = (): Wire => ({ online: true, oneWay: 25, mishaps: [], inFlight: new Map(), most: 0, met: [] });

type Given = {
  clock: Clock;
  rules: ReadonlyMap<number, Rule>;
  service: SimulatedService;
  wire: Wire;
  /** What becomes of requests that are on their way when their worker is ended. */
  onTheWay: 'lost' | 'late';
  /** Something has reached the server. */
  effect: () => void;
  /** Whether the user lets the extension reach its hosts. */
  isAllowed: () => boolean;
};

const dropped = () => new TypeError('Failed to fetch');
/** The cloud is one server, under all of its names. */
const serverIn = (url: string) =>
  /\.(azure|visualstudio)\.com$/.test(new URL(url).hostname) ? 'cloud' : new URL(url).host;
const isChange = (init: RequestInit) => init.method !== undefined && init.method !== 'GET';

/** A worker's `fetch`; it may be ended while a request is under way. */
export function networkOf({ clock, rules, service, wire, onTheWay, effect, isAllowed }: Given) {
  function count(server: string, one: 1 | -1): void {
    const number = Math.max(0, (wire.inFlight.get(server) ?? 0) + one);
    wire.inFlight.set(server, number);
    wire.most = Math.max(wire.most, number);
  }

  /** The request as the browser sends it: a change says where it comes from. */
  function sent(url: string, init: RequestInit): RequestInit {
    if (!isChange(init)) return init;
    const rule = [...rules.values()].find(({ condition }) => url.startsWith(condition.urlFilter.slice(1)));
    const origin = rule?.action.requestHeaders[0]?.value ?? 'chrome-extension://patina';
    return { ...init, headers: { ...(init.headers as Record<string, string>), origin } };
  }

  /** The server's answer, or nothing where none comes back. */
  async function reach(input: string, init: RequestInit): Promise<Response | undefined> {
    const mishap = isChange(init) ? wire.mishaps.shift() : undefined;
    if (mishap) wire.met.push(mishap);
    if (mishap === 'request-lost') return undefined;
    const request = sent(input, init);
    const answer = await service.ask(input, request);
    if (mishap === 'resent') return await service.ask(input, request);
    return mishap === 'answer-lost' ? undefined : answer;
  }

  return (own: Life) =>
    (input: unknown, init: RequestInit = {}) =>
      new Promise<Response>((resolve, reject) => {
        own.busyAt = clock.now();
        const server = serverIn(String(input));
        count(server, 1);
        let isOver = false;
        /** Tells the worker once, if it is still there. */
        const end = (tell: () => void) => {
          if (isOver || !own.alive) return;
          isOver = true;
          count(server, -1);
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
          // Without leave it is a request of a page like any other, to which the server says nothing of letting it.
          if (!wire.online || !isAllowed()) return back(() => reject(dropped()));
          if (own.alive) return arrive();
          return onTheWay === 'late' ? clock.after(LATE, arrive) : undefined;
        });
      });
}
