import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { FABRIKAM } from '../../../../gallery/fixtures/hosts';
import { NOW } from '../../../../gallery/fixtures/now';
import { idOf } from '../../../../gallery/fixtures/tokens';
import { nothing } from '../../../../gallery/story';
import type { Entry } from '../../../core/history';
import { message as m, wordsFor } from '../../../platform/message';
import { History } from './history';

test.each<[Entry['outcome'], string | null]>([
  ['done', null],
  ['failed', m('history_failed')],
  ['unknown', m('history_unknown')],
])('of a deed it is said how it ended: %s', (outcome, word) => {
  const entry: Entry = {
    ...{ at: NOW, deed: 'revoked', hostId: FABRIKAM.id, host: 'fabrikam', by: 'Normal Paulk' },
    ...{ tokenId: idOf(1), name: 'ci-build', outcome },
    ...(outcome === 'done' ? {} : { reason: 'timeout' }),
  };
  const seen = renderToString(
    h(History, { history: [entry], busy: false, localNow: NOW, onExport: nothing, onErase: nothing }),
  );
  expect(seen).toContain(m('history_revoked', 'ci-build'));
  expect(seen).toContain(m('history_where', 'fabrikam', 'Normal Paulk'));
  const said = [m('history_failed'), m('history_unknown')].filter((each) => seen.includes(`>${each}<`));
  expect(said).toEqual(word === null ? [] : [word]);
  expect(seen.includes(m('history_reason', wordsFor('reason', 'timeout')))).toBe(word !== null);
});
