import { tokenAddress } from '../core/commands/addresses';
import type { Row } from './on-screen';

/** Where the tab shows everything known of a token. */
export const linkTo = ({ token, host }: Pick<Row, 'token' | 'host'>): string =>
  `#${tokenAddress({ hostId: host.id, tokenId: token.id })}`;
