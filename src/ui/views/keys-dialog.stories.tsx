import { nothing, parts } from '../../../gallery/story';
import { KeysDialog } from './keys-dialog';

export const stories = parts('popup', {
  'one key': () => (
    <KeysDialog always={[{ keys: 'Del', does: 'revoke' }]} single={[]} singleKeys={false} onClose={nothing} />
  ),
});
