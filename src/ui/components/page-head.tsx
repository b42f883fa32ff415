import { useLayoutEffect } from 'preact/hooks';
import { type MessageKey, message as m } from '../../platform/message';
import './page-head.css';

/** A view of its own in the tab: the word behind the `#`, and what it is called. */
export type PageLink = { view: string; label: MessageKey };

type Props = {
  links: readonly PageLink[];
  /** The word of the view that is shown; of one that no link leads to, any other. */
  at: string;
};

/** The head of every view in a tab: whose it is, and the way to the others. A view begins at its top. */
export function PageHead({ links, at }: Props) {
  const here = links.find(({ view }) => view === at);
  useLayoutEffect(() => {
    document.title = here ? m('page_title', m(here.label)) : m('patina');
    window.scrollTo(0, 0);
  }, [at]);
  return (
    <header class="page-head">
      <span class="page-mark">
        <img src="/icons/32.png" width="20" height="20" alt="" />
        {m('patina')}
      </span>
      <nav aria-label={m('patina')}>
        {links.map(({ view, label }) => (
          <a key={view} href={`#${view}`} aria-current={view === at ? 'page' : undefined}>
            {m(label)}
          </a>
        ))}
      </nav>
    </header>
  );
}
