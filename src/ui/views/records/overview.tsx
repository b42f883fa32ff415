import { useId, useState } from 'preact/hooks';
import { type Finding, IDLE_DAYS, OLD_DAYS } from '../../../core/overview/overview';
import { type MessageKey, message as m } from '../../../platform/message';
import { Name } from '../../components/name';
import type { Row } from '../../on-screen';
import type { HostOverview } from '../../stores/overview';
import { scopesInWords } from '../../words/scopes';
import { expiryInWords, nameOf } from '../../words/text';
import { whenInWords } from '../../words/when';
import { Trouble } from '../trouble';
import { Timeline } from './timeline';
import './records.css';

/** What each finding is called, and what can be done about it. */
const texts = {
  expiring: { name: 'state_expiring', cure: 'cure_expiring' },
  expired: { name: 'state_expired', cure: 'cure_expired' },
  'full-access': { name: 'full_access', cure: 'cure_full_access' },
  global: { name: 'state_global', cure: 'cure_global' },
  old: { name: 'finding_old', cure: 'cure_old' },
  unnamed: { name: 'finding_unnamed', cure: 'cure_unnamed' },
} as const satisfies Record<Finding, { name: MessageKey; cure: MessageKey }>;

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
              <div class="token-detail">{expiryInWords(token, now)}</div>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}

type FindingsProps = { findings: HostOverview['findings']; active: number };

/** A number each; those that are not zero open the tokens and what to do about them. */
function Findings({ findings, active }: FindingsProps) {
  const [open, setOpen] = useState<Finding | null>(null);
  const panel = useId();
  const shown = findings.find(({ finding, rows }) => finding === open && rows.length > 0);
  return (
    <>
      <ul class="findings">
        <li class="plain">
          <strong>{active}</strong> {m('show_active')}
        </li>
        {findings.map(({ finding, rows }) => (
          <li key={finding}>
            <button
              type="button"
              aria-expanded={finding === shown?.finding}
              aria-controls={panel}
              disabled={rows.length === 0}
              onClick={() => setOpen(finding === open ? null : finding)}
            >
              <strong>{rows.length}</strong> {nameOfFinding(finding)}
            </button>
          </li>
        ))}
      </ul>
      <section id={panel}>{shown && <Concerned {...shown} />}</section>
    </>
  );
}

type Deeds = { onRefresh: () => void; onOpen: (url: string) => void; onAllow: (address: string) => void };
type Props = { overviews: HostOverview[]; rows: Row[]; localNow: number } & Deeds;

function OneHost(props: Deeds & { overview: HostOverview; localNow: number }) {
  const { overview, localNow } = props;
  const { host, snapshot, failure } = overview;
  const title = useId();
  return (
    <section aria-labelledby={title}>
      <h2 id={title}>
        <Name of={host.name} />
      </h2>
      <Trouble {...props} host={host} failure={failure} snapshot={snapshot} />
      {snapshot?.complete === false && <p class="hint warning">{m('list_incomplete')}</p>}
      {snapshot && <Findings {...overview} />}
      {overview.hasIdle && <p class="hint">{m('may_be_idle', String(IDLE_DAYS))}</p>}
      {snapshot && <p class="hint">{m('read_when', whenInWords(Math.min(snapshot.readAt, localNow), localNow))}</p>}
      {!snapshot && !failure && <p class="hint">{m('list_loading')}</p>}
    </section>
  );
}

/** How the tokens of each organization stand, and when they end. */
export function Overview(props: Props) {
  const { overviews, rows, localNow } = props;
  return (
    <div class="overview">
      <h1>{m('overview')}</h1>
      <section>
        <h2>{m('timeline')}</h2>
        <Timeline rows={rows} localNow={localNow} />
      </section>
      {overviews.map((overview) => (
        <OneHost key={overview.host.id} {...props} overview={overview} />
      ))}
      {overviews.length === 0 && <p class="hint">{m('no_hosts')}</p>}
    </div>
  );
}
