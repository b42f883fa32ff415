import { After, press } from '../../../../gallery/deeds';
import { STRANGE_NAMES } from '../../../../gallery/fixtures/names';
import { PURPOSES } from '../../../../gallery/fixtures/purposes';
import { nothing, screens } from '../../../../gallery/story';
import { tabs } from '../../../../gallery/tab';
import { MAX_OWN } from '../../../core/purposes/changes';
import { withEntries } from '../../../core/purposes/import';
import type { Purpose } from '../../../core/purposes/purpose';
import { FIRST_PURPOSES, type Purposes as Kept } from '../../../core/purposes/purposes';
import { FULL_ACCESS } from '../../../core/scopes/full-access';
import { message as m } from '../../../platform/message';
import { ConfirmImport } from './confirm-import';
import { PurposeForm } from './purpose-form';
import { PurposeItem } from './purpose-item';
import { Purposes } from './purposes';

const own = (index: number, name: string): Purpose => ({
  id: `own-${index}`,
  name: name.slice(0, 60),
  scopes: ['vso.code_write', 'vso.packaging'],
  days: 365,
  note: 'A note that is as long as a note can be. '.repeat(4).slice(0, 200),
});
const strange: Kept = {
  ...FIRST_PURPOSES,
  own: Object.values(STRANGE_NAMES).flatMap((name, index) => (name.trim() === '' ? [] : own(index, name))),
};
const full: Kept = {
  ...FIRST_PURPOSES,
  own: Array.from({ length: MAX_OWN }, (_, index) => own(index, `purpose ${index}`)),
};

const taken = async () => null;
const deeds = {
  onChange: nothing,
  onSave: taken,
  onDelete: nothing,
  onExport: nothing,
  onImport: nothing,
  onNote: nothing,
};

const purposes = (kept: Kept) => () => <Purposes {...deeds} purposes={kept} note="" />;
const after =
  (...deed: ReturnType<typeof press>[]) =>
  () => <After deeds={deed}>{purposes(strange)()}</After>;
const form = (purpose: Purpose | null) => (
  <PurposeForm purpose={purpose} isNameTaken={() => false} onSave={taken} onCancel={nothing} />
);
const [preset = own(0, 'a purpose')] = PURPOSES;

const brought = withEntries(
  FIRST_PURPOSES,
  [
    { name: 'Wiki bot', scopes: ['vso.wiki'], days: 7 },
    { name: 'Does everything', scopes: ['vso.code_full', 'vso.tokens'], days: 365, pinned: true },
    { name: STRANGE_NAMES['right to left'], scopes: ['vso.code'], days: 30 },
  ],
  () => 'new',
);

export const stories = screens('page', {
  ...tabs('purposes', {
    'those that come with Patina': purposes(FIRST_PURPOSES),
    'strange names': purposes(strange),
    'as many as there can be': purposes(full),
    'why?': () => <After deeds={[press('why_named', preset.name)]}>{purposes(FIRST_PURPOSES)()}</After>,
    'a new one': after(press('add_purpose')),
    'a new one, in haste': after(press('add_purpose'), press('save')),
    'one that is edited': after(press('edit_named', strange.own[0]?.name ?? '')),
    'one for which there is no room': () => (
      <After deeds={[press('edit_named', 'purpose 0'), press('save')]}>
        <Purposes {...deeds} purposes={full} note="" onSave={async () => m('fail_full_unknown')} />
      </After>
    ),
    'one to delete?': after(press('delete_named', strange.own[9]?.name ?? '')),
    'what a file brings': () => <ConfirmImport imported={brought} onKeep={nothing} onCancel={nothing} />,
  }),
  'parts alone': () => (
    <section>
      <h1>Purposes</h1>
      <ul class="purposes">
        <li>
          <span />
          <PurposeItem
            purpose={preset}
            digit={1}
            canPin={false}
            canMove={() => true}
            onPin={nothing}
            onMove={nothing}
          />
        </li>
      </ul>
      {form({ ...preset, scopes: [FULL_ACCESS] })}
    </section>
  ),
});
