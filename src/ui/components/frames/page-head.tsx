import { useLayoutEffect, useRef } from 'preact/hooks';
import { type MessageKey, message as m } from '../../../platform/message';
import './page-head.css';

/** A view of its own in the tab: the word behind the `#`, and what it is called; `within`: the view that leads to it, where the head does not. */
export type PageLink = { view: string; label: MessageKey; within?: string };

type Props = {
  links: readonly PageLink[];
  /** The word of the view that is shown; of one that no link leads to, any other. */
  at: string;
};

/** Which link one is at: its page is shown, or one that it leads to. */
function currentAt(view: string, here: PageLink | undefined): 'page' | 'true' | undefined {
  if (view === here?.view) return 'page';
  return view === here?.within ? 'true' : undefined;
}

/**
 * The head of every view in a tab: whose it is, and the way to the others. A view begins at its top, and its heading takes
 * the focus from the link that led there.
 */
export function PageHead({ links, at }: Props) {
  const here = links.find(({ view }) => view === at);
  const head = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    if (head.current?.contains(document.activeElement))
      document.querySelector<HTMLElement>('h1[tabindex]')?.focus({ preventScroll: true });
    document.title = here ? m('page_title', m(here.label)) : m('patina');
    window.scrollTo(0, 0);
  }, [at]);
  return (
    <header class="page-head" ref={head}>
      <span class="page-mark">
        <img src="/icons/32.png" width="20" height="20" alt="" />
        <span class="page-name">{m('patina')}</span>
      </span>
      <nav aria-label={m('patina')}>
        {links
          .filter(({ within }) => within === undefined)
          .map(({ view, label }) => (
            <a key={view} href={`#${view}`} aria-current={currentAt(view, here)}>
              {m(label)}
            </a>
          ))}
      </nav>
    </header>
  );
}
