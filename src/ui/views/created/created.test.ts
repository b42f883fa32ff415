import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { PAUL, SERVER } from '../../../../gallery/fixtures/hosts';
import { minted } from '../../../../gallery/fixtures/minted';
import { NOW } from '../../../../gallery/fixtures/now';
import { nothing } from '../../../../gallery/story';
import { draw } from '../../../../test/fakes/page';
import { DAY, MINUTE, SECOND } from '../../../core/duration';
import type { Minted } from '../../../core/minting/minted';
import { scopesInWords } from '../../../platform/in-words/scopes';
import { message } from '../../../platform/message';
import { dayInWords } from '../../words/when';
import { Created } from './created';
import { stories } from './created.stories';
import { Granted } from './granted';
import { SecretField } from './secret-field';

test('a token that was made for another account says whose it is, and whose it was to be', () => {
  const { 'made for another account': show = () => expect.fail('it is there') } = stories.shown;
  expect(renderToString(show())).toContain(message('made_for', 'Raisa Pokrovskaya', 'Normal Paulk'));
});

test('who is signed in is not said over a token that was made for who was before', () => {
  const { new: show = () => expect.fail('it is there') } = stories.shown;
  const said = message('signed_in_as', PAUL.name);
  const isSaid = (made: Partial<Minted>) =>
    renderToString(h(Created, { ...show().props, minted: { ...minted(), ...made } })).includes(said);
  expect([isSaid({}), isSaid({ identityId: PAUL.id }), isSaid({ identityId: SERVER.identity?.id ?? '' })]).toEqual([
    true,
    true,
    false,
  ]);
});

test.each([
  ['granted_shorter', 7],
  ['granted_longer', 90],
] as const)('what was granted is said before what was asked for: %s', (says, days) => {
  const [granted, asked] = [NOW + days * DAY, NOW + 30 * DAY];
  const made = minted(
    { scopes: ['vso.code', 'vso.work'], expiresAt: granted },
    { scopes: ['vso.code'], expiresAt: asked },
  );
  const seen = renderToString(h(Granted, { minted: made }));
  expect(seen).toContain(message(says, dayInWords(granted), dayInWords(asked)));
  const [wider, narrower] = [made.token.scopes, made.asked.scopes].map(scopesInWords);
  expect(seen).toContain(message('granted_scopes', wider ?? '', narrower ?? ''));
});

describe('the secret', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal('window', new EventTarget());
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  const made = minted();
  /** Everything is drawn by then, and what is to follow has begun. */
  const settled = () => vi.advanceTimersByTimeAsync(SECOND);

  function field() {
    const props = { minted: made, taken: false, copied: false, copy: { current: null }, onCopy: nothing };
    const page = draw(h(SecretField, props));
    const control = () => page.first('input', 'textarea')?.attributes;
    const isShown = () => control()?.get('value') === made.secret.reveal();
    return { control, isShown, toggle: () => page.first('button')?.fire('click') };
  }

  test('is masked until it is asked for, and again after a minute', async () => {
    const { isShown, toggle } = field();
    await settled();
    expect(isShown()).toBe(false);
    toggle();
    await settled();
    expect(isShown()).toBe(true);
    await vi.advanceTimersByTimeAsync(MINUTE - 2 * SECOND);
    expect(isShown()).toBe(true);
    await vi.advanceTimersByTimeAsync(2 * SECOND);
    expect(isShown()).toBe(false);
  });

  test('is masked again when another window is looked at', async () => {
    const { isShown, toggle } = field();
    toggle();
    await settled();
    expect(isShown()).toBe(true);
    window.dispatchEvent(new Event('blur'));
    await settled();
    expect(isShown()).toBe(false);
  });

  test('is nothing that a browser writes down for its next start, masked or not', async () => {
    const { control, toggle } = field();
    expect(control()?.get('autocomplete')).toBe('off');
    toggle();
    await settled();
    expect(control()?.get('autocomplete')).toBe('off');
  });
});
