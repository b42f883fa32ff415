import { GlobalCard } from '../ui/views/cards/global-card';
import { NeedsAttention } from '../ui/views/cards/needs-attention';
import type { HomeProps } from '../ui/views/home/home';

/** What the list that is shown first can have to tell beside. It is a file of its own, for those who have such tokens. */
export function firstCard(rows: HomeProps['rows'], onAct: HomeProps['onAct']) {
  const card = <GlobalCard key="global" rows={rows} onReplace={(row) => onAct('replace', row)} />;
  return <NeedsAttention cards={[card]} />;
}
