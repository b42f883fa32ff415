import type { ComponentProps } from 'preact';
import { After, press } from '../../../../gallery/deeds';
import { ALL, FABRIKAM, SERVER } from '../../../../gallery/fixtures/hosts';
import { nothing, screens } from '../../../../gallery/story';
import { tabs } from '../../../../gallery/tab';
import { NO_GUARD } from '../../../core/guard/guard';
import { OTHER_WAYS } from '../../../core/purposes/other-ways';
import { Unfinished } from '../../../core/unfinished';
import { Administrator } from './administrator';
import { ClipboardSettings } from './clipboard';
import { Erase } from './erase';
import { Exports } from './exports';
import { Hosts, type HostsProps } from './hosts';
import { KeyboardSettings } from './keyboard';
import { LanguageSettings } from './language';
import { OtherWaysSettings } from './other-ways';
import { PasteGuard } from './paste-guard';
import { ReminderSettings } from './reminders';
import { Report } from './report';
import { Roaming } from './roaming';
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

const guarding: ComponentProps<typeof PasteGuard> = {
  guard: NO_GUARD,
  unallowed: [],
  hosts: ALL,
  onAdd: nothing,
  onRemove: nothing,
  onSwitch: nothing,
};

const SITES = ['https://chat.example.com', `https://${'wiki-'.repeat(11)}.example.com`];

/** The section alone. */
const pasteGuard = (told: Partial<typeof guarding>) => () => (
  <Settings at="" sections={[{ id: 'guard', title: 'guard', Body: () => <PasteGuard {...guarding} {...told} /> }]} />
);

function sectionsOf(told: HostsProps): Section[] {
  return [
    { id: 'organizations', title: 'hosts_list', Body: (props) => <Hosts {...told} {...props} /> },
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
    { id: 'guard', title: 'guard', Body: () => <PasteGuard {...guarding} /> },
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
    {
      id: 'language',
      title: 'language_choice',
      Body: () => <LanguageSettings language="browser" onChange={nothing} />,
    },
    {
      id: 'other-ways',
      title: 'new_token',
      Body: () => <OtherWaysSettings silenced={OTHER_WAYS.slice(0, 2)} onChange={nothing} />,
    },
    { id: 'keyboard', title: 'keyboard', Body: () => <KeyboardSettings singleKeys onChange={nothing} /> },
    {
      id: 'roaming',
      title: 'roaming',
      Body: () => <Roaming roam roamNames={false} onChange={nothing} onExport={nothing} onImport={nothing} />,
    },
    { id: 'report', title: 'report', Body: () => <Report onCopyDiagnostics={nothing} /> },
    {
      id: 'erase',
      title: 'erase_section',
      Body: () => <Erase onErase={async (anyway) => (anyway ? [] : [...Unfinished.options])} />,
    },
  ];
}

/** As an administrator leaves it to the user. */
function decidedSections(): Section[] {
  const told = {
    ...hosts,
    decided: { hosts: [FABRIKAM.id], servers: ['https://tfs.contoso.example/tfs'], noPlainHttp: true },
  };
  const Told = () => <Administrator ignored={['checkEveryHours', 'colour']} support="https://help.fabrikam.example/" />;
  return [
    { id: 'administrator', title: 'decided_heading', Body: Told },
    { id: 'organizations', title: 'hosts_list', Body: (props) => <Hosts {...told} {...props} /> },
    {
      id: 'reminders',
      title: 'reminders',
      Body: () => (
        <ReminderSettings
          days={[14, 7, 1, 0]}
          showNames={false}
          ofRenewed={false}
          checkEveryHours={24}
          decided={{ days: [7, 1], check: true }}
          onChange={nothing}
        />
      ),
    },
    {
      id: 'clipboard',
      title: 'clipboard_heading',
      Body: () => (
        <ClipboardSettings seconds={30} isDecided mayRead={false} onChoose={nothing} onAllowReading={nothing} />
      ),
    },
  ];
}

const settings =
  (told: Partial<HostsProps> = {}) =>
  () => <Settings sections={sectionsOf({ ...hosts, ...told })} at="" />;
const after =
  (...deed: ReturnType<typeof press>[]) =>
  () => <After deeds={deed}>{settings()()}</After>;
const welcome =
  (told: Partial<ComponentProps<typeof Welcome>> = {}) =>
  () => <Welcome {...hosts} hosts={[]} {...told} />;
export const stories = screens('page', {
  ...tabs('settings', {
    'with no organization': settings({ hosts: [] }),
    'with several': settings(),
    'an address to add': settings({ address: `https://dev.azure.com/${'x'.repeat(64)}` }),
    busy: settings({ busy: true }),
    'some of it set by an organization': () => <Settings sections={decidedSections()} at="" />,
    'erase everything?': after(press('erase_everything')),
    'erase what is unfinished?': after(press('erase_everything'), press('erase_everything')),
  }),
  ...tabs('settings', {
    'paste guard, off': pasteGuard({}),
    'paste guard, no site': () => <After deeds={[press('guard_add')]}>{pasteGuard({})()}</After>,
    'paste guard, two sites': pasteGuard({ guard: { on: true, sites: SITES }, unallowed: SITES.slice(1) }),
    'paste guard, switched off': pasteGuard({ guard: { on: false, sites: SITES } }),
  }),
  ...tabs('', { welcome: welcome(), 'welcome, with what was added': welcome({ hosts: ALL }) }),
});
