import { message as m } from '../../../platform/message';

/** What helps with the report of a problem. */
export function Report({ onCopyDiagnostics }: { onCopyDiagnostics: () => void }) {
  return (
    <>
      <p class="hint">{m('diagnostics_explain')}</p>
      <button type="button" class="beside-text" onClick={onCopyDiagnostics}>
        {m('copy_diagnostics')}
      </button>
    </>
  );
}
