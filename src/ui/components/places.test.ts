import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { SERVER } from '../../../gallery/fixtures/hosts';
import { ACTIVE, GLOBAL, row, SHARED } from '../../../gallery/fixtures/tokens';
import { nothing } from '../../../gallery/story';
import { message as m } from '../../platform/message';
import { Details } from '../views/details/details';
import { TokenFacts } from './token-facts';

const shown = { rotation: undefined, own: [], onCopyId: nothing, onAct: nothing, onBack: nothing };
const wide = row({ ...ACTIVE, inAllCollections: true }, { host: SERVER });

test.each([
  ['one organization', row(ACTIVE), 'fabrikam'],
  ['two organizations', row(SHARED), `fabrikam · ${m('state_elsewhere')}`],
  ['two collections', row(SHARED, { host: SERVER }), `${SERVER.name} · ${m('state_elsewhere')}`],
  ['all collections', wide, `${SERVER.name} · ${m('state_all_collections')}`],
  ['all organizations', row(GLOBAL), m('state_global')],
])('of a token for %s its details and a question about it say where it works', (_, of, said) => {
  const screens = [
    renderToString(h(Details, { row: of, ...shown })),
    renderToString(h(TokenFacts, { row: of, alike: false })),
  ];
  const fact = `<dt>${m('organization')}</dt><dd>${said}</dd>`;
  for (const screen of screens) expect(screen.replaceAll(/<\/?bdi>/g, '')).toContain(fact);
});
