import { type ComponentProps, h } from 'preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { FABRIKAM, PAUL } from '../../../gallery/fixtures/hosts';
import { NOW } from '../../../gallery/fixtures/now';
import { idOf } from '../../../gallery/fixtures/tokens';
import { nothing } from '../../../gallery/story';
import { draw } from '../../../test/fakes/page';
import { drawnIn } from '../../../test/given';
import { MINUTE, SECOND } from '../../core/duration';
import type { Revoke } from '../../core/revoke';
import { message as m } from '../../platform/message';
import { Toast } from './toast';

type Props = ComponentProps<typeof Toast>;

const toast = (told: Partial<Props>) =>
  h(Toast, {
    ...{ notices: [], revokes: [], undoFirst: null, busy: false, singleKeys: true },
    ...{ onUndo: nothing, onOpen: nothing, onDismiss: nothing },
    ...told,
  });

test('each Undo takes back the revoke beside which it stands', () => {
  const revokes = [1, 2].map(
    (number): Revoke => ({
      ...{ hostId: FABRIKAM.id, identityId: PAUL.id, tokenId: idOf(number), name: `agent ${number}` },
      ...{ dueAt: NOW, progress: { state: 'waiting' } },
    }),
  );
  const onUndo = vi.fn();
  const parts = drawnIn(toast({ revokes, onUndo }));
  const said = parts.filter(({ type }) => type === 'p').map(({ props }) => props.children);
  expect(said).toEqual(revokes.map(({ name }) => m('revoking', name)));
  for (const { type, props } of parts) if (type === 'button' && 'onClick' in props) (props.onClick as () => void)();
  expect(onUndo.mock.calls).toEqual(revokes.map((each) => [each]));
});

describe('what is said', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal('document', new EventTarget());
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  test.each([
    ['happened goes by itself', 'status', false, false],
    ['goes on stays', 'status', true, true],
    ['went wrong stays until it is sent away', 'alert', false, true],
  ] as const)('where it %s', async (_, role, busy, stays) => {
    const onDismiss = vi.fn();
    const page = draw(toast({ notices: [{ role, text: 'ci-build' }], busy, onDismiss }));
    Object.assign(page.first('div') ?? {}, { matches: () => false }); // neither mouse nor focus is on it
    await vi.advanceTimersByTimeAsync(9 * SECOND);
    expect(onDismiss).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(MINUTE);
    expect(onDismiss.mock.calls.length === 0).toBe(stays);
  });
});
