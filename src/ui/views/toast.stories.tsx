import { FABRIKAM, PAUL } from '../../../gallery/fixtures/hosts';
import { STRANGE_NAMES } from '../../../gallery/fixtures/names';
import { NOW } from '../../../gallery/fixtures/now';
import { idOf } from '../../../gallery/fixtures/tokens';
import { nothing, parts } from '../../../gallery/story';
import { placedKey } from '../../core/names/placed';
import type { Revoke } from '../../core/revoke';
import { Toast, type ToastProps } from './toast';

const long = STRANGE_NAMES['255 characters in a word'];
const words = STRANGE_NAMES['255 characters in words'];

const revoke = (name: string, told: Partial<Revoke> = {}): Revoke => ({
  hostId: FABRIKAM.id,
  identityId: PAUL.id,
  tokenId: idOf(700 + name.length),
  name,
  dueAt: NOW + 4_000,
  progress: { state: 'waiting' },
  ...told,
});

const toast = (told: Partial<ToastProps>) => () => (
  <Toast
    notices={[]}
    revokes={[]}
    undoFirst={null}
    busy={false}
    singleKeys
    onUndo={nothing}
    onOpen={nothing}
    onDismiss={nothing}
    {...told}
  />
);

const SETTINGS = { address: '#organizations', open: 'open_organizations' } as const;
const FULL_TEXT = 'The browser has no room left. contoso takes up the most.';
const SIGN_IN = { address: 'https://dev.azure.com', open: 'open_sign_in' } as const;
const sent: Revoke['progress'] = { state: 'sent' };

export const stories = parts('popup', {
  nothing: toast({}),
  'a status': toast({ notices: [{ role: 'status', text: 'Revoked ci-build' }] }),
  'an alert': toast({ notices: [{ role: 'alert', text: words }] }),
  'an alert with a page': toast({
    notices: [{ role: 'alert', text: 'Sign in to fabrikam first.', page: SIGN_IN }],
  }),
  'the storage is full': toast({ notices: [{ role: 'alert', text: FULL_TEXT, page: SETTINGS }] }),
  'a revoke that can be undone': toast({ revokes: [revoke('ci-build')], undoFirst: placedKey(revoke('ci-build')) }),
  'without single keys': toast({ revokes: [revoke('ci-build')], singleKeys: false }),
  'several at once': toast({
    revokes: [revoke('ci-build'), revoke(long), revoke('agent', { progress: sent }), revoke('old', { progress: sent })],
    notices: [
      { role: 'status', text: 'Revoked npm restore ci' },
      { role: 'alert', text: `${words} could not be revoked.` },
    ],
  }),
});
