import { useState } from 'preact/hooks';
import { message as m } from '../../../platform/message';
import type { Tested } from '../../on-screen';

type Props = { onTest: () => Promise<Tested> };

/** Tries the token with one harmless call, and says what the server made of it. */
export function TestToken({ onTest }: Props) {
  const [testing, setTesting] = useState(false);
  const [tested, setTested] = useState<Tested | null>(null);
  const test = async () => {
    setTesting(true);
    setTested(await onTest());
    setTesting(false);
  };
  return (
    <div class="test-token">
      <button type="button" class="beside-text" disabled={testing} onClick={test}>
        {m('test_token')}
      </button>
      <p role="status" class={tested?.good === false ? 'hint warning' : 'hint'}>
        {testing ? m('testing_token') : (tested?.text ?? '')}
      </p>
    </div>
  );
}
