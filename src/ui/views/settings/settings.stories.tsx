import type { ComponentProps } from 'preact';
import { After, press } from '../../../../gallery/deeds';
import { ALL, FABRIKAM, SERVER } from '../../../../gallery/fixtures/hosts';
import { STRANGE_NAMES } from '../../../../gallery/fixtures/names';
import { PURPOSES } from '../../../../gallery/fixtures/purposes';
import { nothing, screens } from '../../../../gallery/story';
import { MAX_OWN } from '../../../core/purposes/changes';
import { withEntries } from '../../../core/purposes/import';
import type { Purpose } from '../../../core/purposes/purpose';
import { FIRST_PURPOSES, type Purposes as Kept } from '../../../core/purposes/purposes';
import { FULL_ACCESS } from '../../../core/scopes/catalogue';
import { Unfinished } from '../../../core/unfinished';
import { ClipboardSettings } from './clipboard';
import { ConfirmImport } from './confirm-import';
import { Erase } from './erase';
import { Exports } from './exports';
import { Hosts, type HostsProps } from './hosts';
import { KeyboardSettings } from './keyboard';
import { PurposeForm } from './purpose-form';
import { PurposeItem } from './purpose-item';
import { Purposes } from './purposes';
import { ReminderSettings } from './reminders';
import { Report } from './report';
import { type Section, Settings } from './settings';
import { Welcome } from './welcome';

const hosts: HostsProps = {
  hosts: ALL,
  busy: false,
  address: '',
  answered: false,
  waiting: { pending: null, onOpen: nothing, onLook: nothing, onStop: nothing },
  insecure: [SERVER.id],
  onAdd: nothing,
  onRemove: nothing,
  onAllowInsecure: nothing,
  onDemand: [FABRIKAM.id],
  onSignInOnDemand: nothing,
};

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

const deeds = {
  onChange: nothing,
  onSave: nothing,
  onDelete: nothing,
  onExport: nothing,
  onImport: nothing,
  onNote: nothing,
};

function sectionsOf(purposes: Kept, told: HostsProps): Section[] {
  return [
    { id: 'organizations', title: 'hosts_list', Body: (props) => <Hosts {...told} {...props} /> },
    {
      id: 'purposes',
      title: 'purposes',
      Body: (props) => <Purposes {...deeds} {...props} purposes={purposes} note="" />,
    },
    {
      id: 'reminders',
      title: 'reminders',
      Body: () => (
        <ReminderSettings
          days={[14, 7, 1, 0]}
          showNames={false}
          ofRenewed={false}
          checkEveryHours={6}
          onChange={nothing}
        />
      ),
    },
    {
      id: 'clipboard',
      title: 'clipboard_heading',
      Body: () => <ClipboardSettings seconds={60} mayRead={false} onChoose={nothing} onAllowReading={nothing} />,
    },
    {
      id: 'exports',
      title: 'exports',
      Body: () => (
        <Exports
          busy={false}
          includeTokenIds={false}
          onIncludeTokenIds={nothing}
          onExportList={nothing}
          onExportCalendar={nothing}
        />
      ),
    },
    { id: 'keyboard', title: 'keyboard', Body: () => <KeyboardSettings singleKeys onChange={nothing} /> },
    { id: 'report', title: 'report', Body: () => <Report onCopyDiagnostics={nothing} /> },
    {
      id: 'erase',
      title: 'erase_section',
      Body: () => <Erase onErase={async (anyway) => (anyway ? [] : [...Unfinished.options])} />,
    },
  ];
}

const elsewhere = [
  { view: 'overview', label: 'overview' },
  { view: 'history', label: 'history' },
] as const;

const settings =
  (purposes: Kept, told: Partial<HostsProps> = {}) =>
  () => <Settings sections={sectionsOf(purposes, { ...hosts, ...told })} elsewhere={elsewhere} at="" />;
const after =
  (deed: ReturnType<typeof press>[], purposes: Kept = strange) =>
  () => <After deeds={deed}>{settings(purposes)()}</After>;
const welcome =
  (told: Partial<ComponentProps<typeof Welcome>> = {}) =>
  () => <Welcome {...hosts} hosts={[]} {...told} />;
const form = (purpose: Purpose | null) => (
  <PurposeForm purpose={purpose} isNameTaken={() => false} onSave={nothing} onCancel={nothing} />
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
  'what a file of purposes brings': () => <ConfirmImport imported={brought} onKeep={nothing} onCancel={nothing} />,
  'with no organization': settings(FIRST_PURPOSES, { hosts: [] }),
  'with several': settings(FIRST_PURPOSES),
  'an address to add': settings(FIRST_PURPOSES, { address: `https://dev.azure.com/${'x'.repeat(64)}` }),
  busy: settings(FIRST_PURPOSES, { busy: true }),
  'purposes of strange names': settings(strange),
  'as many purposes as there can be': settings(full),
  'a new purpose': after([press('add_purpose')]),
  'a new purpose, in haste': after([press('add_purpose'), press('save')]),
  'a purpose that is edited': after([press('edit_named', strange.own[0]?.name ?? '')]),
  'a purpose to delete?': after([press('delete_named', strange.own[9]?.name ?? '')]),
  'erase everything?': after([press('erase_everything')]),
  'erase what is unfinished?': after([press('erase_everything'), press('erase_everything')]),
  welcome: welcome(),
  'welcome, with what was added': welcome({ hosts: ALL }),
  'parts of purposes alone': () => (
    <section>
      <h1>Purposes</h1>
      <ul class="purposes">
        <PurposeItem purpose={preset} digit={1} canPin={false} canMove={() => true} onPin={nothing} onMove={nothing} />
      </ul>
      {form({ ...preset, scopes: [FULL_ACCESS] })}
    </section>
  ),
});
