import { keyOf } from '../../../core/names/token-key';
import { nameOf } from '../../../platform/in-words/people';
import { inSequence, listInWords } from '../../../platform/in-words/sequence';
import { message as m } from '../../../platform/message';
import { Name } from '../../components/name';
import { ScopesIn } from '../../components/scopes/scopes-in';
import type { Examined, Row } from '../../on-screen';
import { itemsOf } from '../../row-menu';
import { linkTo } from '../../token-link';
import type { Act } from '../../token-menu';
import { formInWords, kindInWords, looksOf, placeInWords, worksInWords } from '../../words/doctor';
import { expiryInWords } from '../../words/standing';
import { thiefInWords } from '../../words/thief';

type Props = { one: Examined; localNow: number; onAct: Act };

/** What ends its life, or begins that. */
function Deeds({ row, onAct }: { row: Row; onAct: Act }) {
  const items = itemsOf(row, onAct).filter(({ action }) => action === 'revoke' || action === 'rotate');
  return (
    <div class="buttons">
      {items.toReversed().map(({ label, isDanger, choose }) => (
        <button type="button" key={label} class={isDanger ? 'to-danger' : ''} onClick={choose}>
          {label}
        </button>
      ))}
    </div>
  );
}

/** The token of a list that it is, with what the list knows of it. */
function OfList({ row, says, onAct }: { row: Row; says: 'is_made_here' | 'is_likely'; onAct: Act }) {
  const { token, now } = row;
  return (
    <>
      <p>{m(says, nameOf(token))}</p>
      <p class="hint">
        <ScopesIn scopes={token.scopes} says={(list) => m('by_the_list', list, expiryInWords(token, now))} />
      </p>
      <p class="hint">{thiefInWords(row)}</p>
      <Deeds row={row} onAct={onAct} />
    </>
  );
}

function Several({ rows }: { rows: readonly Row[] }) {
  return (
    <>
      <p>{m('is_one_of')}</p>
      <ul class="candidates">
        {rows.map((row) => (
          <li key={keyOf(row.token, row.host)}>
            <a href={linkTo(row)}>
              <Name of={nameOf(row.token)} />
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Whose it is, where that is nobody who is signed in there. */
function ownerBeside({ asked }: Examined): string | undefined {
  const taken = asked.flatMap(({ host, answer }) => (answer?.ok ? [{ host, caller: answer.value }] : []));
  if (taken.some(({ host, caller }) => host.identity?.id === caller.id)) return undefined;
  return taken[0]?.caller.name;
}

/** Which token of the lists it is. */
function Which({ one, onAct }: Pick<Props, 'one' | 'onAct'>) {
  const { sure, likely, isDone } = one;
  if (sure?.row) return <OfList row={sure.row} says="is_made_here" onAct={onAct} />;
  if (!isDone) return null;
  const owner = ownerBeside(one);
  if (owner !== undefined) return <p>{m('is_somebodys', owner)}</p>;
  if (sure) return <p>{m('is_made_here_gone')}</p>;
  if (likely === null) return null;
  const [first, ...others] = likely;
  if (!first) return <p>{m('is_none')}</p>;
  return others.length === 0 ? <OfList row={first} says="is_likely" onAct={onAct} /> : <Several rows={likely} />;
}

/** Whether it works, for whom and where, and what it may read. */
function Learned({ one, localNow }: Pick<Props, 'one' | 'localNow'>) {
  const { works, not } = worksInWords(one, localNow);
  const waiting = one.asked.filter(({ answer }) => answer === null).map(({ host }) => host.name);
  const looks = looksOf(one);
  return (
    <>
      {works.length > 0 && <p class="works">{inSequence(...works)}</p>}
      {not.map((text) => (
        <p key={text}>{text}</p>
      ))}
      {looks.map(({ says, scopes }) => (
        <p key={says}>{scopes.length > 0 ? <ScopesIn scopes={scopes} says={(list) => m(says, list)} /> : m(says)}</p>
      ))}
      {waiting.length > 0 && <p class="hint">{m('asking_at', listInWords(waiting))}</p>}
      {one.isDone && looks.length > 0 && <p class="hint">{m('doctor_unknown')}</p>}
    </>
  );
}

/** One secret that was found, and all that is known of it. It is never shown but for its first letters. */
export function FoundItem({ one, localNow, onAct }: Props) {
  const { found } = one;
  return (
    <li class="found-item">
      <p class="found-head">
        <strong>{kindInWords(found)}</strong>
        <code>{`${found.begins}…`}</code>
        <span class="hint">{placeInWords(found)}</span>
      </p>
      <p class={found.kind === 'other' ? '' : 'hint'}>{inSequence(...formInWords(found))}</p>
      <Learned one={one} localNow={localNow} />
      <Which one={one} onAct={onAct} />
    </li>
  );
}
