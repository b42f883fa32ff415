import { keyOf } from '../src/core/names/token-key';
import { FIRST_PURPOSES } from '../src/core/purposes/purposes';
import { Purposes } from '../src/ui/views/purposes/purposes';
import { Overview } from '../src/ui/views/records/overview';
import { RevokeAll, type RevokeAllProps } from '../src/ui/views/revoke-all/revoke-all';
import { CONTOSO, FABRIKAM, shown } from './fixtures/hosts';
import { NOW } from './fixtures/now';
import { AT_REST } from './fixtures/revoke-all';
import { AT_CONTOSO, AT_FABRIKAM, ON_ITS_WAY, OVERVIEWS, works } from './fixtures/showcase';
import { rows, rowsOn } from './fixtures/tokens';
import { nothing, screens } from './story';
import { tabs } from './tab';

const active = works(AT_FABRIKAM);

const usual: RevokeAllProps = {
  hosts: [FABRIKAM, CONTOSO],
  chosen: FABRIKAM.id,
  shown: [shown(FABRIKAM, AT_FABRIKAM)],
  rows: rows(active),
  kept: new Set(rows(active.slice(3, 4)).map(({ token, host }) => keyOf(token, host))),
  isProtected: ({ token }) => token === active[3],
  word: FABRIKAM.name,
  ...AT_REST,
};

const running = {
  ...ON_ITS_WAY,
  shown: [shown(FABRIKAM, AT_FABRIKAM)],
  localNow: NOW,
  onLook: nothing,
  onAgain: nothing,
  onStop: nothing,
  onResume: nothing,
  onRetry: nothing,
  onClose: nothing,
  onOpen: nothing,
};

/** The tab in the pictures of docs/screenshots. */
export const stories = screens('page', {
  ...tabs('revoke-all', {
    'revoke all': () => <RevokeAll {...usual} />,
    revoking: () => <RevokeAll {...usual} revoking={running} />,
  }),
  ...tabs('overview', {
    overview: () => (
      <Overview
        own={[]}
        overviews={OVERVIEWS}
        rows={[...rows(AT_FABRIKAM), ...rowsOn(CONTOSO, AT_CONTOSO)]}
        localNow={NOW}
        onRefresh={nothing}
        onOpen={nothing}
        onAllow={nothing}
      />
    ),
  }),
  ...tabs('purposes', {
    purposes: () => (
      <Purposes
        purposes={FIRST_PURPOSES}
        note=""
        onChange={nothing}
        onSave={async () => null}
        onDelete={nothing}
        onExport={nothing}
        onImport={nothing}
        onNote={nothing}
      />
    ),
  }),
});
