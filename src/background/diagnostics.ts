import { diagnosticsText } from '../core/diagnostics';
import { doorsAt } from '../core/doors';
import { ok, type Result } from '../core/result';
import { type Trace, withTrace } from '../core/trace';
import { browser } from '../platform/browser';
import { inBackground } from '../platform/log';
import { stored } from '../platform/stored';
import { asides } from '../platform/stored-asides';

export function keepTrace(trace: Trace): void {
  inBackground(
    'trace',
    stored.traces.update((traces) => withTrace(traces, trace)),
  );
}

/** What a user can paste into a report: see `diagnosticsText`. */
export async function readDiagnostics(): Promise<Result<string>> {
  const now = Date.now();
  const hosts = await Promise.all(
    (await stored.hosts.get()).map(async ({ id, kind }) => {
      const [reading, doors] = await Promise.all([stored.reading(id).get(), stored.doors(id).get()]);
      return { kind, reading, doors: doorsAt(doors, now) };
    }),
  );
  const { version } = browser.runtime.getManifest();
  const traces = await stored.traces.get();
  const setAside = [...(await asides.local.get()), ...(await asides.session.get())];
  return ok(diagnosticsText({ version, browser: navigator.userAgent, hosts, traces, asides: setAside, now }));
}
