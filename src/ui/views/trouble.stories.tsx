import type { ComponentProps } from 'preact';
import { FAILURES } from '../../../gallery/fixtures/failures';
import { ALL, FABRIKAM, LONG_HOST, SERVER, shown } from '../../../gallery/fixtures/hosts';
import { NOW } from '../../../gallery/fixtures/now';
import { FEW } from '../../../gallery/fixtures/tokens';
import { eachOf, nothing, parts } from '../../../gallery/story';
import { NoHosts } from './no-hosts';
import { SignIn, SignIns } from './sign-in';
import { Trouble } from './trouble';
import { Troubles } from './troubles';

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
  'no organization': () => <NoHosts />,
  ...eachOf(FAILURES, (failure) => trouble({ host: FABRIKAM, failure })()),
  'with a long name': trouble({ host: LONG_HOST, failure: { kind: 'offline' } }),
  'with the name of a server': trouble({ host: SERVER, failure: { kind: 'not-found' } }),
  'the question to sign in': () => (
    <SignIn organization={LONG_HOST.name} isServer={false} hasContainers={false} onOpen={nothing} onLook={nothing} />
  ),
  'several that want a session': () => (
    <SignIns
      places={ALL.map(({ name, kind }) => ({
        name,
        signInUrl: 'https://dev.azure.com',
        isServer: kind === 'server',
        perhapsAt: kind === 'server' ? 'https://tfs.corp.example/tfs' : '',
      }))}
      hasContainers
      onOpen={nothing}
      onLook={nothing}
    />
  ),
  'several troubles': () => (
    <Troubles
      shown={[shown(FABRIKAM, FEW, { kind: 'offline' }), shown(LONG_HOST, null, { kind: 'timeout' })]}
      localNow={NOW}
      onRefresh={nothing}
      onOpen={nothing}
      onAllow={nothing}
    />
  ),
  'the question to sign in to a server': () => (
    <SignIn organization={SERVER.name} isServer hasContainers onOpen={nothing} onLook={nothing} />
  ),
});
