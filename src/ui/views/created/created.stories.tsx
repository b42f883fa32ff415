import type { ComponentProps, JSX } from 'preact';
import { After, press } from '../../../../gallery/deeds';
import { FABRIKAM, LONG_HOST, SERVER } from '../../../../gallery/fixtures/hosts';
import { minted } from '../../../../gallery/fixtures/minted';
import { STRANGE_NAMES } from '../../../../gallery/fixtures/names';
import { NOW } from '../../../../gallery/fixtures/now';
import { WIDE } from '../../../../gallery/fixtures/tokens';
import { eachOf, nothing, screens } from '../../../../gallery/story';
import { DAY } from '../../../core/duration';
import { NOTHING_HANDED_OVER } from '../../../core/recipes/hand-over';
import { FULL_ACCESS } from '../../../core/scopes/full-access';
import { Created } from './created';
import { Granted } from './granted';
import { MadeFor } from './made-for';
import { SecretField } from './secret-field';

type Props = ComponentProps<typeof Created>;

const foreign = { ...minted(), madeFor: { id: null, name: 'Raisa Pokrovskaya', expected: 'Normal Paulk' } };

const usual: Props = {
  minted: minted(),
  host: FABRIKAM,
  replaces: null,
  next: null,
  now: NOW,
  onClipboard: null,
  onCopy: async () => true,
  onCopySnippet: async () => true,
  onRecall: async () => NOTHING_HANDED_OVER,
  onRemember: async () => undefined,
  onClearClipboard: nothing,
  onDismissClipboard: nothing,
  onTest: async () => ({ good: true, text: 'The token works.' }),
  onAskRevoke: nothing,
  onRevoke: nothing,
  onDone: nothing,
};

const created =
  (told: Partial<Props> = {}) =>
  (): JSX.Element => <Created {...usual} {...told} />;
const after =
  (deeds: ReturnType<typeof press>[], told: Partial<Props> = {}) =>
  (): JSX.Element => <After deeds={deeds}>{created(told)()}</After>;

export const stories = screens('popup', {
  new: created(),
  shown: after([press('show_token')]),
  copied: after([press('copy_token')], { onClipboard: { failed: false, seconds: 58, isThis: true } }),
  'another one on the clipboard': created({ onClipboard: { failed: false, seconds: 42, isThis: false } }),
  'copied, never to be cleared': after([press('copy_token')]),
  'still on the clipboard': created({ onClipboard: { failed: true, seconds: 0, isThis: true } }),
  'a test that is good': after([press('test_token')]),
  'a test that is not': after([press('test_token')], {
    onTest: async () => ({ good: false, text: 'The server did not accept the token. '.repeat(4) }),
  }),
  'granted otherwise': created({
    minted: minted({ scopes: WIDE.scopes }, { scopes: [FULL_ACCESS], expiresAt: NOW + 90 * DAY }),
  }),
  'made for another account': created({ minted: foreign }),
  'what is said of another account alone': () => <MadeFor minted={foreign} onRevoke={nothing} />,
  'granted for longer': created({ minted: minted({ expiresAt: NOW + 365 * DAY }, { expiresAt: NOW + 300 * DAY }) }),
  'granted for less': created({ minted: minted({ expiresAt: NOW + 7 * DAY }, { expiresAt: NOW + 30 * DAY }) }),
  'in place of another, with one to come': created({
    onAskRevoke: null,
    replaces: 'npm restore ci',
    next: LONG_HOST.name,
  }),
  'on a server': created({ host: SERVER }),
  'of an organization that is gone': created({ host: null }),
  'its parts alone': () => (
    <section>
      <h1>Parts</h1>
      <SecretField minted={minted()} taken copied copy={{ current: null }} onCopy={nothing} />
      <Granted minted={minted({}, { expiresAt: NOW + 90 * DAY })} />
    </section>
  ),
  'recalled, with something to fill in': created({
    minted: minted({ scopes: ['vso.packaging'] }),
    onRecall: async () => ({ recipe: 'npm-user', fields: {} }),
  }),
  'recalled from the last time': created({
    onRecall: async () => ({ recipe: 'git-helper', fields: { project: 'Fabrikam', repository: 'Fabrikam-Web' } }),
  }),
  ...eachOf<string>(STRANGE_NAMES, (name) => created({ minted: minted({ name }) })(), 'name: '),
});
