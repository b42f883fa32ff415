import { call } from '../../contract/call';
import { copyText } from './copying';
import { doing } from './doing';

export async function copyDiagnostics(): Promise<void> {
  const text = await doing('', () => call('diagnostics.read', {}));
  if (text?.ok) await copyText(text.value);
}
