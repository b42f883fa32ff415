import { ClipboardLine } from '../components/clipboard-line';
import { clearClipboardNow, dismissClipboard } from '../deeds/clipboard';
import { onClipboard } from '../stores/clipboard';

/** What there is to say of a secret on the clipboard. */
export function OnClipboard() {
  return <ClipboardLine onClipboard={onClipboard.value} onClear={clearClipboardNow} onDismiss={dismissClipboard} />;
}
