import { After, press } from '../../../../gallery/deeds';
import { FABRIKAM, LONG_HOST, PAUL } from '../../../../gallery/fixtures/hosts';
import { STRANGE_NAMES } from '../../../../gallery/fixtures/names';
import { NOW } from '../../../../gallery/fixtures/now';
import { AFTER_THE_END, EVERYWHERE, ROTATIONS } from '../../../../gallery/fixtures/rotations';
import { ACTIVE, GLOBAL, idOf, row, rows, STRANGE, token } from '../../../../gallery/fixtures/tokens';
import { eachOf, nothing, parts } from '../../../../gallery/story';
import type { Rotation } from '../../../core/rotation/state';
import type { Row } from '../../on-screen';
import { AttentionCard } from './attention-card';
import { EndedCard } from './ended-card';
import { GlobalCard } from './global-card';
import { NeedsAttention } from './needs-attention';
import { RotationCard } from './rotation-card';
import { SetAsideCard } from './set-aside-card';
import { StrangerCard } from './stranger-card';
import { StrayCard } from './stray-card';

const deeds = { onEnd: nothing, onMake: nothing, onLeaveOut: nothing, onDismiss: nothing };

const rotation =
  (of: Rotation, now = NOW) =>
  () => (
    <NeedsAttention
      cards={[<RotationCard key="one" {...deeds} rotation={of} now={now} clockSkew={0} busy={false} />]}
    />
  );
const all = (some: Row[]) => <NeedsAttention cards={[<GlobalCard key="all" rows={some} onReplace={nothing} />]} />;
const afterEnd = (each: Row) => ({ ...each, now: AFTER_THE_END });
const globals = STRANGE.map((each) => row({ ...each, organizationIds: null }));

const ended = (name: string) => (
  <EndedCard
    key={name}
    ended={{ hostId: FABRIKAM.id, identityId: PAUL.id, tokenId: idOf(900), name, at: NOW, shown: true }}
    host={FABRIKAM.name}
    onKnow={nothing}
  />
);

export const stories = parts('popup', {
  'twins of one name': () => (
    <NeedsAttention
      cards={[
        <StrayCard
          key="1"
          row={row(token({ name: 'ci-build', createdAt: NOW - 60_000 }))}
          rows={rows([ACTIVE])}
          strays={[]}
          onRevoke={nothing}
        />,
        <StrayCard
          key="2"
          row={row(token({ name: ACTIVE.name, createdAt: NOW - 58_000 }))}
          rows={rows([ACTIVE])}
          strays={[]}
          onRevoke={nothing}
        />,
      ]}
    />
  ),
  'a card alone': () => (
    <AttentionCard name="ci-build" aside="made 10:30" reason="Nobody has its secret.">
      <button type="button">Revoke ci-build</button>
    </AttentionCard>
  ),
  ...eachOf(ROTATIONS, (each) => rotation(each)(), 'rotation, '),
  'rotation of a token that works no more': rotation(EVERYWHERE, AFTER_THE_END),
  'one token for all organizations': () => all(rows([GLOBAL])),
  'one that works no more': () => all(rows([GLOBAL]).map(afterEnd)),
  'many tokens for all organizations': () => all(globals),
  'many of them, chosen from': () => <After deeds={[press('replace_item')]}>{all(globals)}</After>,
  'what could not be read': () => (
    <NeedsAttention cards={[<SetAsideCard key="one" busy={false} onDismiss={nothing} onErase={nothing} />]} />
  ),
  'a stranger': () => (
    <NeedsAttention
      cards={[<StrangerCard key="one" row={row(ACTIVE)} onOwn={nothing} onOwnAlways={nothing} onRevoke={nothing} />]}
    />
  ),
  'strangers of strange names': () => (
    <NeedsAttention
      cards={STRANGE.map((each) => (
        <StrangerCard
          key={each.id}
          row={row(each, { host: LONG_HOST })}
          onOwn={nothing}
          onOwnAlways={nothing}
          onRevoke={nothing}
        />
      ))}
    />
  ),
  'one that somebody else has revoked': () => <NeedsAttention cards={[ended('ci-build')]} />,
  'strange names that somebody else has revoked': () => (
    <NeedsAttention cards={Object.values(STRANGE_NAMES).map(ended)} />
  ),
  'strays of strange names': () => (
    <NeedsAttention
      cards={STRANGE.map((each) => (
        <StrayCard key={each.id} row={row(each)} rows={[]} strays={[]} onRevoke={nothing} />
      ))}
    />
  ),
});
