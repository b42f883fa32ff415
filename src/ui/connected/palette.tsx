import { render } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Findable } from '../../core/commands/search';
import { inBackground } from '../../platform/log';
import type { Row } from '../on-screen';
import { hosts } from '../stores/hosts';
import { purposes } from '../stores/purposes';
import { know } from '../stores/readings';
import type { Early } from '../views/palette/early';
import { Palette } from '../views/palette/palette';
import { type Doors, findableTokens, finderOf } from './commands';

/** Knows the tokens of all organizations, once the first lines are drawn: nobody waits for ten thousand before. */
function useAllTokens(): boolean {
  const [areKnown, setKnown] = useState(false);
  useEffect(() => {
    const drawn = new Promise((resolve) => setTimeout(resolve));
    const knowing = drawn.then(() => know(hosts.value.map(({ id }) => id))).then(() => setKnown(true));
    inBackground('the tokens of the palette', knowing);
  }, []);
  return areKnown;
}

const NONE: readonly Findable<Row>[] = [];

type Props = { doors: Doors; early: Early; onClose: () => void };

function OpenPalette({ doors, early, onClose }: Props) {
  const areKnown = useAllTokens();
  const tokens = areKnown ? findableTokens.value : NONE;
  const find = useMemo(() => finderOf(doors, tokens), [doors, tokens, hosts.value, purposes.value]);
  return <Palette find={find} isWhole={areKnown} early={early} onClose={onClose} />;
}

/** Opens the palette over whatever is shown, with what was pressed already: beside it, so that nothing there is drawn anew. */
export function openPalette(doors: Doors, early: Early): void {
  const box = document.createElement('div');
  document.body.append(box);
  const close = () => {
    render(null, box);
    box.remove();
  };
  render(<OpenPalette doors={doors} early={early} onClose={close} />, box);
}
