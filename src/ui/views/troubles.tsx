import type { Failure } from '../../core/result';
import type { Shown } from '../on-screen';
import { hasContainers } from '../words/sign-in';
import { SignIns } from './sign-in';
import { Trouble } from './trouble';

type Props = {
  shown: readonly Shown[];
  localNow: number;
  onRefresh: () => void;
  onOpen: (url: string) => void;
  onAllow: (address: string) => void;
};

type Out = Shown & { failure: Extract<Failure, { kind: 'signed-out' }> };
const isOut = (each: Shown): each is Out => each.failure?.kind === 'signed-out';

const placeOf = ({ host, failure: { signInUrl, perhapsAt = '' } }: Out) => ({
  name: host.name,
  signInUrl,
  isServer: host.kind === 'server',
  perhapsAt,
});

/** Why lists are not up to date. Several organizations that want a session are asked for in one card. */
export function Troubles(props: Props) {
  const { shown } = props;
  const out = shown.filter(isOut);
  const others = out.length > 1 ? shown.filter((each) => !isOut(each)) : shown;
  return (
    <>
      {out.length > 1 && (
        <SignIns
          places={out.map(placeOf)}
          hasContainers={hasContainers()}
          onOpen={props.onOpen}
          onLook={props.onRefresh}
        />
      )}
      {others.map((each) => (
        <Trouble key={each.host.id} {...props} {...each} isOneOfSeveral={shown.length > 1} />
      ))}
    </>
  );
}
