import { FABRIKAM, PAUL } from '../../../../gallery/fixtures/hosts';
import { STRANGE_NAMES } from '../../../../gallery/fixtures/names';
import { NOW } from '../../../../gallery/fixtures/now';
import { nothing, parts } from '../../../../gallery/story';
import { limitsAt } from '../../../core/minting/expectation';
import { FULL_ACCESS } from '../../../core/scopes/full-access';
import { message as m } from '../../../platform/message';
import { FullAccessCheck } from '../scopes/full-access';
import { Checkbox, Choice, Field, TextField } from './field';
import { LifetimeField } from './lifetime-field';
import { FullAccessHint, LifetimeHints, RefusedHint } from './limit-hints';
import { SearchField } from './search-field';
import { Segments } from './segments';

const long = STRANGE_NAMES['255 characters in a word'];
const words = STRANGE_NAMES['255 characters in words'];
const limits = {
  ...limitsAt(null, PAUL.id, NOW),
  cut: { days: 30, at: NOW },
  fullAccess: { at: NOW },
  creation: { packaging: false, at: NOW },
};

export const stories = parts('popup', {
  'what lifetimes are granted': () => (
    <>
      <LifetimeHints host={FABRIKAM} limits={limits} lifetime={{ days: 90 }} />
      <RefusedHint host={FABRIKAM} limits={limits} scopes={['vso.code']} />
      <FullAccessHint host={FABRIKAM} limits={limits} scopes={[FULL_ACCESS]} />
    </>
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
  'faults of fields': () => (
    <section>
      <TextField label={m('name')} value="" fault={words} onInput={nothing} />
      <SearchField label={m('search_tokens')} value="" shortcut="/" onInput={nothing} />
      <SearchField label={m('search_tokens')} value={long} shortcut="/" onInput={nothing} />
      <SearchField label={m('search_tokens')} value="" says={m('find_here', '10,000')} onInput={nothing} />
    </section>
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
});
