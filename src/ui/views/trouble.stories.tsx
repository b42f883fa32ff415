import type { ComponentProps } from 'preact';
import { FAILURES } from '../../../gallery/fixtures/failures';
import { FABRIKAM, LONG_HOST, SERVER, shown } from '../../../gallery/fixtures/hosts';
import { NOW } from '../../../gallery/fixtures/now';
import { FEW } from '../../../gallery/fixtures/tokens';
import { eachOf, nothing, parts } from '../../../gallery/story';
import { SignIn } from './sign-in';
import { Trouble } from './trouble';

const trouble = (told: Pick<ComponentProps<typeof Trouble>, 'host' | 'failure'>) => () => (
  <Trouble
    localNow={NOW}
    onRefresh={nothing}
    onOpen={nothing}
    onAllow={nothing}
    {...shown(told.host, FEW, told.failure)}
    isOneOfSeveral
  />
);

export const stories = parts('popup', {
  ...eachOf(FAILURES, (failure) => trouble({ host: FABRIKAM, failure })()),
  'with a long name': trouble({ host: LONG_HOST, failure: { kind: 'offline' } }),
  'with the name of a server': trouble({ host: SERVER, failure: { kind: 'not-found' } }),
  'the question to sign in': () => (
    <SignIn organization={LONG_HOST.name} isServer={false} hasContainers={false} onOpen={nothing} onLook={nothing} />
  ),
  'the question to sign in to a server': () => (
    <SignIn organization={SERVER.name} isServer hasContainers onOpen={nothing} onLook={nothing} />
  ),
});
