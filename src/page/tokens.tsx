import { useEffect, useState } from 'preact/hooks';
import { keyOf } from '../core/names/token-key';
import { inBackground } from '../platform/log';
import { message as m } from '../platform/message';
import { Title } from '../ui/components/frames/title';
import { Dialogs } from '../ui/connected/dialogs';
import { RemindingOf } from '../ui/connected/reminding';
import { ShownRotation } from '../ui/connected/rotation-cards';
import { CreatedScreen, CreateScreen } from '../ui/connected/screens';
import { Stranger } from '../ui/connected/stranger';
import { act } from '../ui/deeds/acts';
import { copyText } from '../ui/deeds/copying';
import type { Row } from '../ui/on-screen';
import { asked } from '../ui/stores/asked';
import { keyOfMade, toHandOver } from '../ui/stores/minted';
import { strangers } from '../ui/stores/noticed';
import { purposes } from '../ui/stores/purposes';
import { rowsNamed } from '../ui/stores/readings';
import { rotationOf } from '../ui/stores/rotations';
import { view } from '../ui/stores/screen';
import { NeedsAttention } from '../ui/views/cards/needs-attention';
import { Details } from '../ui/views/details/details';
import { hash } from './hash';
import { loadTokens } from './load';

const back = () => {
  location.hash = 'overview';
};

/** What was last said stands once on the page, and not with each token. */
function OneToken({ row }: { row: Row }) {
  const isStranger = strangers.value.some(({ token, host }) => keyOf(token, host) === keyOf(row.token, row.host));
  const rotation = rotationOf(row.token, row.host);
  const parts = { row, rotation: rotation && <ShownRotation rotation={rotation} /> };
  return (
    <div class="one-token">
      <NeedsAttention cards={isStranger ? [<Stranger key="stranger" row={row} />] : []} />
      <Details {...parts} own={purposes.value.own} onCopyId={copyText} onAct={act} onBack={back}>
        <RemindingOf row={row} />
      </Details>
    </div>
  );
}

function Tokens() {
  const rows = rowsNamed(new URLSearchParams(hash.value).getAll('token')); // those that nobody knows are left out
  return (
    <>
      {rows.length === 0 && (
        <section>
          <Title>{m('token')}</Title>
          <p>{m('token_unknown')}</p>
        </section>
      )}
      {rows.map((row) => (
        <OneToken key={keyOf(row.token, row.host)} row={row} />
      ))}
      {asked.value && <Dialogs />}
    </>
  );
}

/** What a notification leads to: everything known of its tokens. The address shows them; what is done is pressed here. */
export function TokensView() {
  const [loaded, setLoaded] = useState(false);
  useEffect(() => {
    const showing = loadTokens().then(() => setLoaded(true));
    inBackground('tokens', showing);
  }, []);
  const [made] = toHandOver.value;
  if (made) return <CreatedScreen key={keyOfMade(made)} minted={made} />;
  if (view.value === 'create') return <CreateScreen inTab />;
  return <>{loaded && <Tokens />}</>;
}
