import { type MessageKey, message as m } from '../../platform/message';
import './page-nav.css';

/** A view of its own in the tab: the word behind the `#`, and what it is called. */
export type PageLink = { view: string; label: MessageKey };

/** From one view of the tab to the others. */
export function PageNav({ links, at }: { links: readonly PageLink[]; at: string }) {
  return (
    <nav aria-label={m('pages')} class="page-nav">
      <ul>
        {links.map(({ view, label }) => (
          <li key={view}>
            <a href={`#${view}`} aria-current={view === at ? 'page' : undefined}>
              {m(label)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
