import { useId, useMemo, useState } from 'preact/hooks';
import { keyOf } from '../../../core/names/token-key';
import { type Finding, IDLE_DAYS, OLD_DAYS } from '../../../core/overview/overview';
import { foundIn, soughtIn } from '../../../core/overview/token-filter';
import type { Purpose } from '../../../core/purposes/purpose';
import { nameOf } from '../../../platform/in-words/people';
import { scopeInWords, scopesInWords } from '../../../platform/in-words/scopes';
import { type MessageKey, message as m } from '../../../platform/message';
import { plural } from '../../../platform/words';
import { Title } from '../../components/frames/title';
import { Name } from '../../components/name';
import { ListSearch } from '../../list-search';
import { LongList } from '../../long-list';
import type { Row } from '../../on-screen';
import type { HostOverview } from '../../stores/overview';
import { linkTo } from '../../token-link';
import { FEW } from '../../window';
import { whenInWords } from '../../words/distance';
import { adviceInWords } from '../../words/narrower';
import { expiryInWords } from '../../words/standing';
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
  wide: { name: 'finding_wide', cure: 'cure_wide', look: 'warning' },
  old: { name: 'finding_old', cure: 'cure_old', look: 'warning' },
  unnamed: { name: 'finding_unnamed', cure: 'cure_unnamed', look: '' },
} as const satisfies Record<Finding, { name: MessageKey; cure: MessageKey; look: string }>;

const nameOfFinding = (finding: Finding) => m(texts[finding].name, String(OLD_DAYS));

/** In a long list: so much its lines take. */
const CONCERNED_HEIGHT = 52;

/** Under its name: how much more it can do than it is for, where it stands here for that; else its scopes. */
function detailOf(finding: Finding, row: Row, own: readonly Purpose[]): string {
  const isOfWidth = finding === 'wide' || finding === 'full-access' || finding === 'global';
  const advice = isOfWidth ? adviceInWords(row, own) : null;
  return advice ?? scopesInWords(row.token.scopes);
}

function Concerned({ finding, rows, own }: { finding: Finding; rows: Row[]; own: readonly Purpose[] }) {
  const [text, search] = useState('');
  const sought = useMemo(() => soughtIn(rows), [rows]);
  const found = useMemo(() => foundIn(sought, { show: 'all', search: text, scopeWords: scopeInWords }), [sought, text]);
  return (
    <>
      <p>{m(texts[finding].cure)}</p>
      {rows.length > FEW && <ListSearch label={m('search_tokens')} value={text} of={rows.length} onInput={search} />}
      <LongList
        label={nameOfFinding(finding)}
        items={found}
        keyOf={({ token, host }) => keyOf(token, host)}
        heightOf={() => CONCERNED_HEIGHT}
      >
        {(row, place) => (
          <li key={keyOf(row.token, row.host)} class="token" {...place}>
            <div class="token-text">
              <a class="token-name" href={linkTo(row)}>
                <Name of={nameOf(row.token)} />
              </a>
              <div class="token-detail">{detailOf(finding, row, own)}</div>
            </div>
            <span class="hint">{expiryInWords(row.token, row.now)}</span>
          </li>
        )}
      </LongList>
      {found.length === 0 && <p class="hint">{m('list_none_match')}</p>}
    </>
  );
}

type FindingsProps = { findings: HostOverview['findings']; own: readonly Purpose[] };

/** What is wrong with how many: each opens the tokens, and what to do about them. */
function Findings({ findings, own }: FindingsProps) {
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
        {shown && <Concerned key={shown.finding} {...shown} own={own} />}
      </div>
    </>
  );
}

type Deeds = { onRefresh: () => void; onOpen: (url: string) => void; onAllow: (address: string) => void };
type Props = { overviews: HostOverview[]; rows: Row[]; own: readonly Purpose[]; localNow: number } & Deeds;

function OneHost(props: Deeds & { overview: HostOverview; own: readonly Purpose[]; localNow: number }) {
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
      {snapshot?.onlyMadeHere && <p class="hint warning">{m('list_only_made_here')}</p>}
      {snapshot && <Findings {...overview} own={props.own} />}
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
      {rows.length > 0 && (
        <p>
          <a href="#clean-up">{m('clean_up')}</a> <span class="hint">{m('clean_up_offer')}</span>
        </p>
      )}
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
