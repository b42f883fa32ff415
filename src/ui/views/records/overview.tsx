import { useId, useState } from 'preact/hooks';
import { type Finding, IDLE_DAYS, OLD_DAYS } from '../../../core/overview/overview';
import { nameOf } from '../../../platform/in-words/people';
import { scopesInWords } from '../../../platform/in-words/scopes';
import { type MessageKey, message as m } from '../../../platform/message';
import { plural } from '../../../platform/words';
import { Name } from '../../components/name';
import { Title } from '../../components/screen';
import type { Row } from '../../on-screen';
import type { HostOverview } from '../../stores/overview';
import { whenInWords } from '../../words/distance';
import { expiryInWords } from '../../words/text';
import { NoHosts } from '../no-hosts';
import { Trouble } from '../trouble';
import { Timeline } from './timeline';
import './records.css';

/** What each finding is called, and what can be done about it. */
const texts = {
  expiring: { name: 'state_expiring', cure: 'cure_expiring', look: 'warning' },
  expired: { name: 'state_expired', cure: 'cure_expired', look: '' },
  'full-access': { name: 'full_access', cure: 'cure_full_access', look: 'fault' },
  global: { name: 'state_global', cure: 'cure_global', look: '' },
  old: { name: 'finding_old', cure: 'cure_old', look: 'warning' },
  unnamed: { name: 'finding_unnamed', cure: 'cure_unnamed', look: '' },
} as const satisfies Record<Finding, { name: MessageKey; cure: MessageKey; look: string }>;

const nameOfFinding = (finding: Finding) => m(texts[finding].name, String(OLD_DAYS));

function Concerned({ finding, rows }: { finding: Finding; rows: Row[] }) {
  return (
    <>
      <p>{m(texts[finding].cure)}</p>
      <ul aria-label={nameOfFinding(finding)}>
        {rows.map(({ token, now }) => (
          <li key={token.id} class="token">
            <div class="token-text">
              <a class="token-name" href={`#token=${token.id}`}>
                <Name of={nameOf(token)} />
              </a>
              <div class="token-detail">{scopesInWords(token.scopes)}</div>
            </div>
            <span class="hint">{expiryInWords(token, now)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

type FindingsProps = { findings: HostOverview['findings'] };

/** What is wrong with how many: each opens the tokens, and what to do about them. */
function Findings({ findings }: FindingsProps) {
  const [open, setOpen] = useState<Finding | null>(null);
  const panel = useId();
  const some = findings.filter(({ rows }) => rows.length > 0);
  const shown = some.find(({ finding }) => finding === open);
  if (some.length === 0) return <p class="hint findings">{m('overview_good')}</p>;
  return (
    <>
      <ul class="findings">
        {some.map(({ finding, rows }) => (
          <li key={finding}>
            <button
              type="button"
              class={texts[finding].look}
              aria-expanded={finding === shown?.finding}
              aria-controls={panel}
              onClick={() => setOpen(finding === open ? null : finding)}
            >
              <strong>{rows.length}</strong> {nameOfFinding(finding)}
            </button>
          </li>
        ))}
      </ul>
      <div id={panel} class="concerned">
        {shown && <Concerned {...shown} />}
      </div>
    </>
  );
}

type Deeds = { onRefresh: () => void; onOpen: (url: string) => void; onAllow: (address: string) => void };
type Props = { overviews: HostOverview[]; rows: Row[]; localNow: number } & Deeds;

function OneHost(props: Deeds & { overview: HostOverview; localNow: number }) {
  const { overview, localNow } = props;
  const { host, snapshot, failure, active } = overview;
  const title = useId();
  const readAt = snapshot && whenInWords(Math.min(snapshot.readAt, localNow), localNow);
  return (
    <section aria-labelledby={title} class="standing">
      <div class="standing-head">
        <h2 id={title}>
          <Name of={host.name} />
        </h2>
        {readAt && <p class="hint">{plural('overview_active', active, readAt)}</p>}
        {!snapshot && !failure && <p class="hint">{m('list_loading')}</p>}
      </div>
      <Trouble {...props} host={host} failure={failure} snapshot={snapshot} />
      {snapshot?.complete === false && <p class="hint warning">{m('list_incomplete')}</p>}
      {snapshot && <Findings {...overview} />}
      {overview.hasIdle && <p class="hint">{m('may_be_idle', String(IDLE_DAYS))}</p>}
    </section>
  );
}

/** How the tokens of each organization stand, and when they end. */
export function Overview(props: Props) {
  const { overviews, rows, localNow } = props;
  return (
    <div class="overview">
      <Title>{m('overview')}</Title>
      {overviews.some(({ snapshot }) => snapshot) && (
        <section>
          <h2>{m('timeline')}</h2>
          <Timeline rows={rows} localNow={localNow} />
        </section>
      )}
      <div class="standings">
        {overviews.map((overview) => (
          <OneHost key={overview.host.id} {...props} overview={overview} />
        ))}
      </div>
      {overviews.length === 0 && <NoHosts />}
    </div>
  );
}
