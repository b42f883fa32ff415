import type { JSX } from 'preact';
import { links } from '../src/page/links';
import { PageHead } from '../src/ui/components/frames/page-head';

type Shown = Readonly<Record<string, () => JSX.Element>>;

/** Views of the tab under the head that all of them have; `at`: the one that it marks. */
export function tabs(at: string, shown: Shown): Shown {
  return Object.fromEntries(
    Object.entries(shown).map(([name, show]) => [
      name,
      () => (
        <>
          <PageHead links={links} at={at} />
          {show()}
        </>
      ),
    ]),
  );
}
