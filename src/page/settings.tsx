import * as deeds from '../ui/deeds';
import * as state from '../ui/state';
import { Hosts } from '../ui/views/hosts';
import { Report } from '../ui/views/report';
import { type Elsewhere, type Section, Settings } from '../ui/views/settings';
import { hash } from './hash';
import { hostsProps } from './hosts';

/** The parts of the settings, in their order on the page: one line each. */
const sections: readonly Section[] = [
  { id: 'organizations', title: 'hosts_list', Body: ({ titleId }) => <Hosts {...hostsProps()} titleId={titleId} /> },
  { id: 'report', title: 'report', Body: () => <Report onCopyDiagnostics={deeds.copyDiagnostics} /> },
];

/** Other views that the settings lead to. */
const elsewhere: readonly Elsewhere[] = [];

export function SettingsView() {
  return (
    <Settings
      sections={sections}
      elsewhere={elsewhere}
      at={hash.value}
      notice={state.notice.value}
      onOpen={deeds.openPage}
    />
  );
}
