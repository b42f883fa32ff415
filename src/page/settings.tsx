import { allowReading } from '../ui/deeds/clipboard';
import { eraseEverything } from '../ui/deeds/erase';
import { exportCalendar, exportList } from '../ui/deeds/exports';
import { addSite, removeSite, switchGuard } from '../ui/deeds/guard';
import { dropImport, exportChoices, importPurposes, keepImport } from '../ui/deeds/purposes';
import { copyDiagnostics } from '../ui/deeds/report';
import { changeSettings } from '../ui/deeds/settings';
import { forgetTyped } from '../ui/spoken';
import { busy } from '../ui/stores/busy';
import { mayRead } from '../ui/stores/clipboard';
import { hosts } from '../ui/stores/hosts';
import { policy } from '../ui/stores/policy';
import { imported } from '../ui/stores/purposes';
import { guard, settings, unallowed } from '../ui/stores/settings';
import { ConfirmImport } from '../ui/views/purposes/confirm-import';
import { Administrator } from '../ui/views/settings/administrator';
import { ClipboardSettings } from '../ui/views/settings/clipboard';
import { Erase } from '../ui/views/settings/erase';
import { Exports } from '../ui/views/settings/exports';
import { Hosts } from '../ui/views/settings/hosts';
import { KeyboardSettings } from '../ui/views/settings/keyboard';
import { LanguageSettings } from '../ui/views/settings/language';
import { OtherWaysSettings } from '../ui/views/settings/other-ways';
import { PasteGuard } from '../ui/views/settings/paste-guard';
import { ReminderSettings } from '../ui/views/settings/reminders';
import { Report } from '../ui/views/settings/report';
import { Roaming } from '../ui/views/settings/roaming';
import { type Section, Settings } from '../ui/views/settings/settings';
import { hash } from './hash';
import { hostsProps } from './hosts';

function ExportsSection() {
  return (
    <Exports
      busy={busy.value}
      includeTokenIds={settings.value.includeTokenIds}
      onIncludeTokenIds={(includeTokenIds) => changeSettings({ includeTokenIds })}
      onExportList={exportList}
      onExportCalendar={exportCalendar}
    />
  );
}

function Clipboard() {
  return (
    <ClipboardSettings
      seconds={settings.value.clearClipboardSeconds}
      mayRead={mayRead.value}
      isDecided={policy.value.policy.clearClipboardSeconds !== undefined}
      onChoose={(clearClipboardSeconds) => changeSettings({ clearClipboardSeconds })}
      onAllowReading={allowReading}
    />
  );
}

function Reminders() {
  const { remindDays, showNamesInNotifications, remindOfRenewed, checkEveryHours } = settings.value;
  const decided = policy.value.policy;
  return (
    <ReminderSettings
      days={remindDays}
      showNames={showNamesInNotifications}
      ofRenewed={remindOfRenewed}
      checkEveryHours={checkEveryHours}
      decided={{ days: decided.remindDays ?? [], check: decided.checkEveryHours !== undefined }}
      onChange={changeSettings}
    />
  );
}

function OtherWays() {
  return <OtherWaysSettings silenced={settings.value.silenced} onChange={changeSettings} />;
}

function Keyboard() {
  return <KeyboardSettings singleKeys={settings.value.singleKeys} onChange={changeSettings} />;
}

function Language() {
  const change = (chosen: Parameters<typeof changeSettings>[0]) => {
    forgetTyped();
    return changeSettings(chosen);
  };
  return <LanguageSettings language={settings.value.language} onChange={change} />;
}

function OtherBrowsers() {
  const { roam, roamNames } = settings.value;
  return (
    <Roaming
      roam={roam}
      roamNames={roamNames}
      onChange={changeSettings}
      onExport={exportChoices}
      onImport={importPurposes}
    />
  );
}

const administrator: Section = {
  id: 'administrator',
  title: 'decided_heading',
  Body: () => <Administrator ignored={policy.value.ignored} support={policy.value.policy.support} />,
};

/** Whether an administrator has said anything at all. */
const isDecided = () => policy.value.ignored.length > 0 || Object.keys(policy.value.policy).length > 0;

function Guard() {
  return (
    <PasteGuard
      guard={guard.value}
      unallowed={unallowed.value}
      hosts={hosts.value}
      onAdd={addSite}
      onRemove={removeSite}
      onSwitch={switchGuard}
    />
  );
}

/** The parts of the settings, in their order on the page: one line each. */
const sections: readonly Section[] = [
  { id: 'organizations', title: 'hosts_list', Body: ({ titleId }) => <Hosts {...hostsProps()} titleId={titleId} /> },
  { id: 'reminders', title: 'reminders', Body: Reminders },
  { id: 'other-ways', title: 'other_ways_section', Body: OtherWays },
  { id: 'clipboard', title: 'clipboard_heading', Body: Clipboard },
  { id: 'language', title: 'language_choice', Body: Language },
  { id: 'guard', title: 'guard', Body: Guard },
  { id: 'keyboard', title: 'keyboard', Body: Keyboard },
  { id: 'exports', title: 'exports', Body: ExportsSection },
  { id: 'roaming', title: 'roaming', Body: OtherBrowsers },
  { id: 'report', title: 'report', Body: () => <Report onCopyDiagnostics={copyDiagnostics} /> },
  { id: 'erase', title: 'erase_section', Body: () => <Erase onErase={eraseEverything} /> },
];

export function SettingsView() {
  return (
    <>
      <Settings sections={isDecided() ? [administrator, ...sections] : sections} at={hash.value} />
      {imported.value && <ConfirmImport imported={imported.value} onKeep={keepImport} onCancel={dropImport} />}
    </>
  );
}
