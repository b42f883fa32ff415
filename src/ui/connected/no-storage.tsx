import { render } from 'preact';
import { useState } from 'preact/hooks';
import { browser } from '../../platform/browser';
import { inBackground, redact } from '../../platform/log';
import { message as m } from '../../platform/message';
import { copyText } from '../deeds/copying';
import { eraseEverything } from '../deeds/erase';
import { notices } from '../stores/notice';
import { NoStorage } from '../views/no-storage';

/** What a report of it needs; what the worker would tell more stands in what cannot be read. */
const reportOf = (error: unknown) =>
  [`Patina ${browser.runtime.getManifest().version}`, navigator.userAgent, `storage: ${redact(String(error))}`].join(
    '\n',
  );

function Broken({ error }: { error: unknown }) {
  const [said, say] = useState('');
  const erase = async () => {
    await eraseEverything(true);
    const [last] = notices.value;
    say(last?.text ?? '');
    if (last?.role === 'status') location.reload();
  };
  const copy = async () => say(m((await copyText(reportOf(error))) ? 'copied' : 'copy_failed'));
  return (
    <NoStorage
      said={said}
      onAgain={() => location.reload()}
      onCopy={() => inBackground('copy', copy())}
      onErase={() => inBackground('erase', erase())}
    />
  );
}

/** Shows, in place of everything, that nothing can be read, and ways out. */
export function showNoStorage(root: HTMLElement, error: unknown): void {
  render(<Broken error={error} />, root);
}
