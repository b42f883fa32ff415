import { limitsOf } from '../stores/limits';
import { type DetailProps, PlainDetail } from '../views/home/quick-mint';
import { mintInWords } from '../words/expected';

/** What a press of Quick mint will come to, by what the host was found to allow. */
export function MintDetail({ purpose, host }: DetailProps) {
  if (!host) return <PlainDetail purpose={purpose} host={host} />;
  return <>{mintInWords(purpose, host, limitsOf(host))}</>;
}
