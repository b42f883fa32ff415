import { useState } from 'preact/hooks';
import { message as m } from '../../../platform/message';
import type { Tested } from '../../on-screen';

type Props = { atRoot: boolean; onTest: (atRoot: boolean) => Promise<Tested> };

/** Tries the token with one harmless call, and says what the server made of it, over the buttons among which it stands. */
export function TestToken({ atRoot, onTest }: Props) {
  const [testing, setTesting] = useState(false);
  const [tested, setTested] = useState<Tested | null>(null);
  const test = async () => {
    setTesting(true);
    setTested(await onTest(atRoot));
    setTesting(false);
  };
  return (
    <>
      <button type="button" aria-disabled={testing} onClick={() => testing || test()}>
        {m('test_token')}
      </button>
      <p role="status" class={tested?.good === false ? 'test-result warning' : 'test-result'}>
        {testing ? m('testing_token') : (tested?.text ?? '')}
      </p>
    </>
  );
}
