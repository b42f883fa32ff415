import { visible } from '../../core/visible';

/** A name that somebody else has chosen: it turns nothing around it, and hides nothing. */
export function Name({ of }: { of: string }) {
  return <bdi>{visible(of)}</bdi>;
}
