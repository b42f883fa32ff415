import { After, press } from '../../../gallery/deeds';
import { FABRIKAM, PAUL } from '../../../gallery/fixtures/hosts';
import { STRANGE_NAMES } from '../../../gallery/fixtures/names';
import { NOW } from '../../../gallery/fixtures/now';
import { ACTIVE, idOf, row } from '../../../gallery/fixtures/tokens';
import { nothing, parts } from '../../../gallery/story';
import { limitsAt } from '../../core/minting/expectation';
import { FULL_ACCESS } from '../../core/scopes/catalogue';
import { message as m } from '../../platform/message';
import { ClipboardLine } from './clipboard-line';
import { Confirm } from './confirm';
import { Dialog } from './dialog';
import { Checkbox, Choice, Field, TextField } from './field';
import { FullAccessCheck } from './full-access';
import { Icon } from './icon';
import { LifetimeField } from './lifetime-field';
import { LifetimeHints, RefusedHint } from './limit-hints';
import { Menu } from './menu';
import { Name } from './name';
import { NoticeLine } from './notice-line';
import { PageNav } from './page-nav';
import { PageNotice } from './page-notice';
import { Revoking } from './revoking';
import { ScopePicker } from './scope-picker';
import { TokenFacts } from './token-facts';

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
const revoke = { hostId: FABRIKAM.id, identityId: PAUL.id, dueAt: NOW };

export const stories = parts('popup', {
  'the clipboard': () => (
    <ClipboardLine onClipboard={{ failed: false, seconds: 300 }} onClear={nothing} onDismiss={nothing} />
  ),
  'the clipboard, not cleared': () => (
    <ClipboardLine onClipboard={{ failed: true, seconds: 0 }} onClear={nothing} onDismiss={nothing} />
  ),
  'a question': () => (
    <Confirm question={long} explanation={words} deed={words} onConfirm={nothing} onCancel={nothing} />
  ),
  'a name': () => (
    <p>
      {names.map((name) => (
        <Name key={name} of={name} />
      ))}
    </p>
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
  'a menu': () => menu,
  'a menu of strange names': () => <After deeds={[press('more')]}>{menu}</After>,
  'a status': () => <NoticeLine notice={{ role: 'status', text: words }} />,
  'an alert of one word': () => (
    <NoticeLine notice={{ role: 'alert', text: long, page: 'https://dev.azure.com' }} onOpen={nothing} />
  ),
  'links to pages': () => (
    <PageNav
      links={[
        { view: 'overview', label: 'overview' },
        { view: 'history', label: 'history' },
      ]}
      at="history"
    />
  ),
  'a notice of a page': () => <PageNotice notice={{ role: 'alert', text: words }} />,
  'revokes under way': () => (
    <Revoking
      revokes={names.map((name, index) => ({
        ...revoke,
        name,
        tokenId: idOf(700 + index),
        progress: { state: 'waiting' },
      }))}
      onUndo={nothing}
    />
  ),
  'no scopes': () => picker([]),
  'scopes of high privilege': () => picker(['vso.code_full', 'vso.packaging_manage', `vso.${'long'.repeat(30)}`]),
  'full access': () => picker([FULL_ACCESS]),
});
