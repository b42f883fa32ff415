import { setTimeout as pause } from 'node:timers/promises';
import type { Intent } from '../../src/core/minting/intent';
import type { Rotation } from '../../src/core/rotation/state';
import { ask, call, storedIn, until, wake } from './hand';
import { at, type Stage } from './stage';

export const DEEDS = { rotate: 'rotate', mint: 'mint' };

/** A token that is to be replaced, and what its owner has done and seen of that, which no end of a worker takes away. */
type Family = {
  name: string;
  oldId: string;
  by: 'confirmed' | 'cancelled';
  wasSeen: boolean;
  isOver: boolean;
  said: ('confirmed' | 'cancelled')[];
};

/** The owner of the tokens: which secrets they have taken, and how often they asked for a new one. */
type Owner = { families: Family[]; taken: Set<string>; presses: number };

type Kept = { token: { id: string; name: string }; secret: string };
type Press = [name: string, input: object];

const LACKING = ['lost', 'failed', 'gone', 'planned'];
const AT_A_TIME = 6;

/** What the screen asks for; nothing where one has to wait. */
function pressFor(family: Family, rotation: Rotation | undefined): Press | undefined {
  const place = at('contoso');
  if (!rotation)
    return [
      'rotations.start',
      { ...place, tokenId: family.oldId, keep: 'until-confirmed', lifetime: { days: 30 }, on: [place] },
    ];
  const { id: rotationId, stage, parts } = rotation;
  const states = parts.map(({ progress }) => progress.state);
  if (stage.state === 'over') return ['rotations.dismiss', { rotationId }];
  if (stage.state !== 'open' || states.includes('creating')) return undefined;
  if (states.includes('lost')) return ['rotations.end', { ...place, rotationId, by: 'cancelled' }];
  if (states.some((state) => LACKING.includes(state))) return ['rotations.make', { ...place, rotationId }];
  return ['rotations.end', { ...place, rotationId, by: family.by }];
}

export function ownerOn(stage: Stage) {
  const { hand, truth } = stage;
  const { ledger } = truth.server;
  const owner: Owner = { families: [], taken: new Set(), presses: 0 };
  const isOf = (family: Family, id: string) => ledger.find(id)?.token.displayName?.startsWith(`${family.name} 2`);
  const newOf = (family: Family) => truth.made.filter((id) => isOf(family, id));

  /** The old one goes after a yes, with the new one in its owner's hands; a new one after a no, with the old one there. */
  truth.allow((id) =>
    owner.families.some((family) => {
      const { said, oldId } = family;
      if (id === oldId)
        return said.includes('confirmed') && newOf(family).some((each) => truth.works(each) && owner.taken.has(each));
      return isOf(family, id) && said.includes('cancelled') && truth.works(oldId);
    }),
  );

  async function add(names: string[]): Promise<void> {
    for (const { token } of await stage.add('contoso', names)) {
      const { displayName, authorizationId } = token;
      const by = stage.nextPlan().pick % 4 === 0 ? 'cancelled' : 'confirmed';
      owner.families.push({
        name: displayName ?? '',
        oldId: authorizationId,
        by,
        wasSeen: false,
        isOver: false,
        said: [],
      });
    }
    await stage.refresh('contoso');
  }

  /** Sends a press; its worker is ended where that is wanted. Answers whether one was ended. */
  async function send([name, input]: Press, deed: string | null): Promise<boolean> {
    if (deed === null) {
      await call(hand, name, input);
      return false;
    }
    const plan = stage.nextPlan();
    stage.slowDown(plan);
    const ended = await ask(hand, name, input);
    const isUnderWay = async () => deed === DEEDS.rotate || (await ended())?.reply === undefined;
    const hasEnded = await stage.end(deed, plan, { isUnderWay });
    await until(`an end of ${name}`, ended);
    return hasEnded;
  }

  /** Copies what is held out, and presses Done. */
  async function take(deed: string | null): Promise<boolean> {
    const kept = (await storedIn(hand, 'session'))<Kept[]>('minted', []);
    let hasEnded = false;
    for (const { token, secret } of kept) {
      if (ledger.find(token.id)?.secret !== secret) truth.wrong.push(`${token.name} came with another secret`);
      const place = { hostId: at('contoso').hostId, tokenId: token.id };
      owner.taken.add(token.id);
      hasEnded = await send(['rotations.handed', place], hasEnded ? null : deed);
      await call(hand, 'rotations.handed', place);
      await call(hand, 'secret.forget', place);
    }
    return hasEnded;
  }

  const open = () => owner.families.filter(({ isOver }) => !isOver);

  /** Does the next thing for one of the rotations; answers whether a worker was ended, or nothing where all have to wait. */
  async function goOn(deed: string | null): Promise<boolean | undefined> {
    if (await take(deed)) return true;
    const rotations = (await storedIn(hand, 'local'))<Rotation[]>('rotations', []);
    const { pick } = stage.nextPlan();
    const all = open();
    for (const [index] of all.entries()) {
      const family = all[(index + pick) % all.length];
      if (!family) continue;
      const rotation = rotations.find(({ old }) => old.tokenId === family.oldId);
      family.isOver = !rotation && family.wasSeen;
      family.wasSeen ||= rotation !== undefined;
      const press = family.isOver ? undefined : pressFor(family, rotation);
      if (!press) continue;
      const [name, { by }] = press as [string, { by?: 'confirmed' | 'cancelled' }];
      if (by) family.said.push(by);
      if (name === 'rotations.start' || name === 'rotations.make') owner.presses += 1;
      return await send(press, deed);
    }
    return undefined;
  }

  /** What became of a rotation, and must not have. */
  function falseOf(family: Family): string[] {
    const { name, oldId, said } = family;
    const news = newOf(family).filter(truth.works);
    if (truth.works(oldId))
      return news.length === 0 ? [] : [`${name}: the old one works beside ${news.length} new ones after the end`];
    const isRight = news.length === 1 && said.includes('confirmed') && news.every((id) => owner.taken.has(id));
    return isRight ? [] : [`${name}: the old one is gone, and ${news.length} new ones work`];
  }

  return {
    presses: () => owner.presses,
    /** Goes on with several rotations at once, with the worker ended after a press; answers how many were. */
    rotate: async (round: number): Promise<number> => {
      if (open().length < AT_A_TIME) await add([0, 1, 2].map((index) => `rotated ${round} ${index}`));
      const hasEnded = await goOn(DEEDS.rotate);
      if (hasEnded === undefined) await add([`rotated ${round} more`]);
      return Number(hasEnded ?? false);
    },
    mint: async (): Promise<number> => {
      owner.presses += 1;
      return Number(await send(['tokens.mint', { ...at('contoso'), purpose: 'push' }], DEEDS.mint));
    },
    /** Nothing is ended any more: everything that was begun comes to its end, and is as it was told. */
    settle: async (): Promise<void> => {
      truth.server.faults.clear();
      await until(
        'an end of all rotations',
        async () => {
          if ((await goOn(null)) !== undefined) return undefined;
          if (open().length === 0) return true;
          await pause(2_000);
          await wake(hand);
          await stage.refresh('contoso');
          return undefined;
        },
        600,
      );
      const intents = await until(
        'an end of all creates',
        async () => {
          await stage.refresh('contoso');
          const left = (await storedIn(hand, 'local'))<Intent[]>('intents', []);
          if (left.every(({ strayIds }) => strayIds.length > 0)) return left;
          await pause(2_000);
          return undefined;
        },
        300,
      );
      await take(null);
      const strays = new Set<string>(intents.flatMap(({ strayIds }) => strayIds));
      for (const id of truth.made.filter(truth.works)) {
        const name = ledger.find(id)?.token.displayName;
        if (owner.taken.has(id) === strays.has(id))
          truth.wrong.push(`${name} was ${strays.has(id) ? 'taken, and is told as lost' : 'made in secret'}`);
      }
      if (truth.made.length > owner.presses)
        truth.wrong.push(`${truth.made.length} tokens were made by ${owner.presses} presses`);
      truth.wrong.push(...owner.families.flatMap(falseOf));
    },
  };
}
