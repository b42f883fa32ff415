import { After, press } from '../../../gallery/deeds';
import { FABRIKAM, PAUL } from '../../../gallery/fixtures/hosts';
import { STRANGE_NAMES } from '../../../gallery/fixtures/names';
import { NOW } from '../../../gallery/fixtures/now';
import { ACTIVE, row, WIDE } from '../../../gallery/fixtures/tokens';
import { nothing, parts } from '../../../gallery/story';
import { limitsAt } from '../../core/minting/expectation';
import { AREAS } from '../../core/scopes/catalogue';
import { FULL_ACCESS } from '../../core/scopes/full-access';
import { message as m } from '../../platform/message';
import { Chip } from './chip';
import { ClipboardLine } from './clipboard-line';
import { Confirm } from './confirm';
import { Dialog } from './dialog';
import { Checkbox, Choice, Field, TextField } from './field';
import { FullAccessCheck } from './full-access';
import { FEW_ICONS, Icon } from './icon';
import { LifetimeField } from './lifetime-field';
import { LifetimeHints, RefusedHint } from './limit-hints';
import { Menu, OpenMenu } from './menu';
import { MORE_ICONS } from './more-icons';
import { Name } from './name';
import { PageHead } from './page-head';
import { Reach } from './reach';
import { ScopeAreas } from './scope-areas';
import { ScopeChips } from './scope-chips';
import { ScopePicker } from './scope-picker';
import { ScopesIn } from './scopes-in';
import { Foot, Screen } from './screen';
import { SearchField } from './search-field';
import { Segments } from './segments';
import { StateWord } from './state-word';
import { Title } from './title';
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
const picker = (scopes: string[], children = <FullAccessCheck typed="" onType={nothing} />) => (
  <ScopePicker scopes={scopes} product="services" fullHint={words} onChange={nothing}>
    {children}
  </ScopePicker>
);
const limits = {
  ...limitsAt(null, PAUL.id, NOW),
  cut: { days: 30, at: NOW },
  creation: { packaging: false, at: NOW },
};

export const stories = parts('popup', {
  'scopes in a sentence': () => (
    <p>
      <ScopesIn scopes={['vso.code_write', 'vso.tomorrow', FULL_ACCESS]} says={(list) => m('narrower_may', list)} />
    </p>
  ),
  'a scope, explained': () => (
    <After deeds={[press('scopes_in_area', m('area_code'), m('level_read_write'))]}>
      <p>
        <ScopesIn scopes={['vso.code_write', 'vso.tomorrow']} says={(list) => m('narrower_may', list)} />
      </p>
    </After>
  ),
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
  'parts of the scopes': () => (
    <fieldset class="scopes">
      <legend>Scopes</legend>
      <ScopeChips scopes={[...WIDE.scopes, FULL_ACCESS]} kept={['vso.tomorrow']} onRemove={nothing} />
      <ScopeAreas areas={AREAS.slice(0, 5)} scopes={['vso.code']} onChange={nothing} />
    </fieldset>
  ),
  'a question': () => (
    <Confirm question={long} explanation={words} deed={words} onConfirm={nothing} onCancel={nothing} />
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
  'what lifetimes are granted': () => (
    <>
      <LifetimeHints host={FABRIKAM} limits={limits} lifetime={{ days: 90 }} />
      <RefusedHint host={FABRIKAM} limits={limits} scopes={['vso.code']} />
    </>
  ),
  'a dialog with a fault': () => (
    <Dialog title={words} deed={m('save')} fault={words} onSubmit={nothing} onCancel={nothing}>
      <TextField label={m('name')} value={long} onInput={nothing} />
    </Dialog>
  ),
  fields: () => (
    <section>
      <Field label={words}>
        <input type="text" value={long} />
      </Field>
      <TextField label={m('note')} value={words} placeholder={words} onInput={nothing} />
      <Choice label={m('purpose')} value={long} options={[{ value: long, label: long }]} onChange={nothing} />
      <Checkbox label={words} checked onChange={nothing} />
      <LifetimeField value={{ choice: 'custom', day: '2026-12-24' }} onChange={nothing} />
      <FullAccessCheck typed="" onType={nothing} />
    </section>
  ),
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
  'faults of fields': () => (
    <section>
      <TextField label={m('name')} value="" fault={words} onInput={nothing} />
      <SearchField label={m('search_tokens')} value="" shortcut="/" onInput={nothing} />
      <SearchField label={m('search_tokens')} value={long} shortcut="/" onInput={nothing} />
      <SearchField label={m('search_tokens')} value="" says={m('find_here', '10,000')} onInput={nothing} />
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
  segments: () => (
    <Segments
      label={m('show')}
      name="show"
      segments={[
        { value: 'active', label: m('show_active'), count: 1_204 },
        { value: 'all', label: m('show_all'), count: 0 },
        { value: 'none', label: words },
      ]}
      value="active"
      onChoose={nothing}
    />
  ),
  'a screen': () => (
    <Screen
      title={long}
      sub={words}
      onBack={nothing}
      foot={<button type="submit">{m('save')}</button>}
      onSubmit={nothing}
    >
      <p>{words}</p>
    </Screen>
  ),
  'a title and a foot alone': () => (
    <>
      <Title>{words}</Title>
      <Foot>{words}</Foot>
    </>
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
  'links to pages': () => (
    <PageHead
      links={[
        { view: 'overview', label: 'overview' },
        { view: 'history', label: 'history' },
      ]}
      at="history"
    />
  ),
  'no scopes': () => picker([]),
  'scopes of high privilege': () => picker(['vso.code_full', 'vso.packaging_manage', `vso.${'long'.repeat(30)}`]),
  'full access': () => picker([FULL_ACCESS]),
});
