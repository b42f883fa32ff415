import { call } from '../../contract/call';
import { copyText } from './copying';
import { explain } from './doing';

/** Changes nothing, and so waits for no deed: one that does not end is what a report may be about. */
export async function copyDiagnostics(): Promise<void> {
  const text = await call('diagnostics.read', {});
  if (text.ok) await copyText(text.value);
  else explain(text.failure, '');
}
