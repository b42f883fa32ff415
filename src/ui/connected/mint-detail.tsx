import type { DetailProps } from '../components/quick-mint';
import { limitsOf } from '../stores/limits';
import { mintInWords } from '../words/expected';

/** What a press of Quick mint will come to, by what the host was found to allow. */
export function MintDetail({ purpose, host }: DetailProps) {
  return <>{mintInWords(purpose, host, limitsOf(host))}</>;
}
