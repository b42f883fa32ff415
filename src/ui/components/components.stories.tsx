import { After, press } from '../../../gallery/deeds';
import { STRANGE_NAMES } from '../../../gallery/fixtures/names';
import { ACTIVE, row, WIDE } from '../../../gallery/fixtures/tokens';
import { nothing, parts } from '../../../gallery/story';
import { FULL_ACCESS } from '../../core/scopes/full-access';
import { message as m } from '../../platform/message';
import { Chip } from './chip';
import { ClipboardLine } from './clipboard-line';
import { Screen } from './frames/screen';
import { FEW_ICONS, Icon } from './icon';
import { Menu, OpenMenu } from './menu';
import { MORE_ICONS } from './more-icons';
import { Name } from './name';
import { Reach } from './reach';
import { StateWord } from './state-word';
import { TokenFacts } from './token-facts';
import { Why } from './why';

const long = STRANGE_NAMES['255 characters in a word'];
const words = STRANGE_NAMES['255 characters in words'];
const names = Object.values(STRANGE_NAMES).filter((name) => name.trim() !== '');
const menu = (
  <Menu label={m('more')} items={names.map((label) => ({ label, choose: nothing }))}>
    <Icon name="more" />
  </Menu>
);

export const stories = parts('popup', {
  'the clipboard': () => (
    <ClipboardLine onClipboard={{ failed: false, seconds: 300 }} onClear={nothing} onDismiss={nothing} />
  ),
  'the clipboard, not cleared': () => (
    <ClipboardLine onClipboard={{ failed: true, seconds: 0 }} onClear={nothing} onDismiss={nothing} />
  ),
  'what it can do': () => (
    <>
      <Reach scopes={[]} />
      <Reach scopes={['vso.wiki']} />
      <Reach scopes={WIDE.scopes} />
      <Reach scopes={[FULL_ACCESS]} />
    </>
  ),
  names: () => (
    <Screen title={m('tokens')} onBack={nothing}>
      {names.map((name) => (
        <p key={name}>
          <Name of={name} />
        </p>
      ))}
    </Screen>
  ),
  'which token it is': () => <TokenFacts row={row(ACTIVE)} alike />,
  buttons: () => (
    <section>
      {['', 'primary', 'quiet', 'danger', 'to-danger'].map((look) => (
        <div key={look} class="buttons">
          <button type="button" class={look}>
            {m('save')}
          </button>
          <button type="button" class={look}>
            <Icon name="plus" />
            {m('new_token')}
          </button>
          <button type="button" class={look} disabled>
            {m('save')}
          </button>
        </div>
      ))}
    </section>
  ),
  icons: () => (
    <div class="buttons">
      {[...FEW_ICONS, ...MORE_ICONS].map((name) => (
        <Icon key={name} name={name} />
      ))}
    </div>
  ),
  'words of state': () => (
    <div class="buttons">
      <StateWord kind="expiring">{m('state_expiring')}</StateWord>
      <StateWord kind="full">{m('full_access')}</StateWord>
      <StateWord kind="global">{m('state_global')}</StateWord>
      <StateWord kind="global">{m('state_elsewhere')}</StateWord>
      <StateWord kind="over">{m('state_revoked')}</StateWord>
    </div>
  ),
  'what was chosen': () => (
    <div class="buttons">
      {[words, 'Code: Read & write', long].map((each) => (
        <Chip key={each} removing={each} onRemove={nothing}>
          {each}
        </Chip>
      ))}
    </div>
  ),
  'an open menu': () => (
    <span class="menu-anchor">
      <button type="button">{m('more')}</button>
      <OpenMenu
        label={m('more')}
        from="start"
        items={[
          { label: m('extend_item'), icon: 'clock', shortcut: 'E', choose: nothing },
          { label: m('revoke_item'), icon: 'revoke', shortcut: 'Del', isDanger: true, choose: nothing },
        ]}
        close={nothing}
        leave={nothing}
      />
    </span>
  ),
  'why?': () => <Why>{words}</Why>,
  'a menu': () => menu,
  'a menu of strange names': () => <After deeds={[press('more')]}>{menu}</After>,
});
