import type { ComponentChildren } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { type MessageKey, message as m } from '../../../platform/message';
import type { PageLink } from '../../components/page-nav';
import './settings.css';

/** A part of the settings: what stands under its heading. */
export type Section = {
  /** The word behind the `#` of its address. */
  id: string;
  title: MessageKey;
  /** Told the id of its heading, so that a list or a group in it can be named by it. */
  Body: (props: { titleId: string }) => ComponentChildren;
};

type Props = {
  sections: readonly Section[];
  elsewhere: readonly PageLink[];
  /** The section to begin with, if it is the id of one. */
  at: string;
};

function Contents({ sections, elsewhere }: Pick<Props, 'sections' | 'elsewhere'>) {
  const links = [
    ...sections.map(({ id, title }) => ({ to: id, label: title })),
    ...elsewhere.map(({ view, label }) => ({ to: view, label })),
  ];
  return (
    <nav aria-label={m('settings_contents')}>
      <ul>
        {links.map(({ to, label }) => (
          <li key={to} class={elsewhere[0]?.view === to ? 'apart' : undefined}>
            <a href={`#${to}`}>{m(label)}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** All settings on one page, with a table of contents beside them where there is room. */
export function Settings({ sections, elsewhere, at }: Props) {
  // The browser finds the place in its address only in what is there before the scripts have run.
  useLayoutEffect(() => document.getElementById(at)?.scrollIntoView(), []);
  return (
    <div class="settings">
      <h1>{m('settings')}</h1>
      <Contents sections={sections} elsewhere={elsewhere} />
      <div class="sections">
        {sections.map(({ id, title, Body }) => (
          <section key={id} id={id} aria-labelledby={`${id}-title`}>
            <h2 id={`${id}-title`}>{m(title)}</h2>
            <Body titleId={`${id}-title`} />
          </section>
        ))}
      </div>
    </div>
  );
}
