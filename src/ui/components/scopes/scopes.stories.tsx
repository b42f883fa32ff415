import { After, press } from '../../../../gallery/deeds';
import { STRANGE_NAMES } from '../../../../gallery/fixtures/names';
import { WIDE } from '../../../../gallery/fixtures/tokens';
import { nothing, parts } from '../../../../gallery/story';
import { AREAS } from '../../../core/scopes/catalogue';
import { FULL_ACCESS } from '../../../core/scopes/full-access';
import { message as m } from '../../../platform/message';
import { FullAccessCheck } from './full-access';
import { ScopeAreas } from './scope-areas';
import { ScopeChips } from './scope-chips';
import { ScopePicker } from './scope-picker';
import { ScopesIn } from './scopes-in';

const words = STRANGE_NAMES['255 characters in words'];
const picker = (scopes: string[], children = <FullAccessCheck typed="" onType={nothing} />) => (
  <ScopePicker scopes={scopes} product="services" fullHint={words} onChange={nothing}>
    {children}
  </ScopePicker>
);

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
  'parts of the scopes': () => (
    <fieldset class="scopes">
      <legend>Scopes</legend>
      <ScopeChips scopes={[...WIDE.scopes, FULL_ACCESS]} kept={['vso.tomorrow']} onRemove={nothing} />
      <ScopeAreas areas={AREAS.slice(0, 5)} scopes={['vso.code']} onChange={nothing} />
    </fieldset>
  ),
  'no scopes': () => picker([]),
  'scopes of high privilege': () => picker(['vso.code_full', 'vso.packaging_manage', `vso.${'long'.repeat(30)}`]),
  'full access': () => picker([FULL_ACCESS]),
});
