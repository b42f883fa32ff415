import { visible } from '../../core/names/visible';

/** A name that somebody else has chosen: it turns nothing around it, and hides nothing. */
export function Name({ of }: { of: string }) {
  return <bdi>{visible(of)}</bdi>;
}
