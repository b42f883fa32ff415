import type { JSX } from 'preact';
import { FABRIKAM, shown } from '../../../../gallery/fixtures/hosts';
import { NOW } from '../../../../gallery/fixtures/now';
import { FEW, MANY, rows, STRANGE } from '../../../../gallery/fixtures/tokens';
import { nothing, screens } from '../../../../gallery/story';
import { FIRST_PURPOSES, pinnedPurposes } from '../../../core/purposes/purposes';
import type { Token } from '../../../core/token';
import { named } from '../../../platform/purposes';
import { Home, type HomeProps } from './home';
import { PlainDetail } from './quick-mint';

const usual: HomeProps = {
  hosts: [FABRIKAM],
  chosen: FABRIKAM.id,
  shown: [shown(FABRIKAM, [])],
  rows: [],
  strays: [],
  clipboard: <></>,
  away: '',
  cards: [],
  notice: null,
  busy: false,
  refreshing: false,
  localNow: NOW,
  pinned: pinnedPurposes(FIRST_PURPOSES).map(named),
  MintDetail: PlainDetail,
  items: [],
  offer: null,
  revokes: [],
  onUndo: nothing,
  onChoose: nothing,
  onAddHost: nothing,
  onNewToken: nothing,
  onMint: nothing,
  onShow: nothing,
  onAct: nothing,
  onRefresh: nothing,
  onOpen: nothing,
  onAllow: nothing,
};

function home(told: Partial<HomeProps> = {}): () => JSX.Element {
  return () => <Home {...usual} {...told} />;
}

const withTokens = (tokens: Token[]): Partial<HomeProps> => ({ shown: [shown(FABRIKAM, tokens)], rows: rows(tokens) });

export const stories = screens('popup', {
  'no tokens': home(),
  'a few': home(withTokens(FEW)),
  'very many': home(withTokens(MANY)),
  'strange names': home(withTokens(STRANGE)),
  reading: home({ shown: [shown(FABRIKAM, null)], refreshing: true }),
});
