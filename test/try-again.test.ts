import { type ComponentType, h, type VNode } from 'preact';
import { expect, test, vi } from 'vitest';
import '../src/background/index';
import { call } from '../src/contract/call';
import { OverviewView } from '../src/page/records';
import { RevokeAllView } from '../src/page/revoke-all';
import { message as m } from '../src/platform/message';
import { CreateScreen } from '../src/ui/connected/screens';
import { shown } from '../src/ui/stores/lists';
import { load } from '../src/ui/stores/load';
import { Create } from '../src/ui/views/create/create';
import { added, eachOnAServiceOfItsOwn } from './fakes/service';
import { drawnIn } from './given';
import { propsOf } from './home-seen';

// A button of the screens as they are joined to their deeds, pressed as a browser does it: with the event of the press.

const at = eachOnAServiceOfItsOwn();

type Button = { children: unknown; onClick?: (event: Event) => unknown };

/** The buttons of that name on a screen. */
function buttonsOf(Screen: ComponentType, name: string): Button[] {
  const buttons = drawnIn(h(Screen, {}))
    .filter(({ type }) => type === 'button')
    .map((part) => propsOf<Button>(part));
  return buttons.filter(({ children }) => children === name);
}

/** New token loads its view when it is first shown; here it is there. */
const NewToken = () => h(Create, propsOf<Parameters<typeof Create>[0]>(CreateScreen({ inTab: true }) as VNode));

const screens = { Overview: OverviewView, 'Revoke all': RevokeAllView, 'New token': NewToken };

test('Try again reads the list anew, on each screen that says why it is old', async () => {
  const { hostId } = await added('fabrikam');
  await load();
  for (const [name, Screen] of Object.entries(screens)) {
    at.server.faults.set('conditionalAccess');
    await call('tokens.refresh', { hostId });
    await vi.waitFor(() => expect(shown.value[0]?.failure, name).toMatchObject({ kind: 'policy' }));
    at.server.faults.clear();
    const [button, ...others] = buttonsOf(Screen, m('try_again'));
    expect(others).toEqual([]);
    await button?.onClick?.(new Event('click'));
    await vi.waitFor(() => expect(shown.value[0]?.failure, name).toBeNull());
    expect(buttonsOf(Screen, m('try_again')), name).toEqual([]);
  }
});
