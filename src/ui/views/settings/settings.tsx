import type { ComponentChildren } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { type MessageKey, message as m } from '../../../platform/message';
import { Title } from '../../components/frames/title';
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
  /** The section to begin with, if it is the id of one. */
  at: string;
};

/** All settings on one page: the headings at one edge, what is set at the other. */
export function Settings({ sections, at }: Props) {
  // The browser finds the place in its address only in what is there before the scripts have run.
  useLayoutEffect(() => document.getElementById(at)?.scrollIntoView(), []);
  return (
    <div class="settings">
      <Title>{m('settings')}</Title>
      {sections.map(({ id, title, Body }) => (
        <section key={id} id={id} aria-labelledby={`${id}-title`}>
          <h2 id={`${id}-title`}>{m(title)}</h2>
          <div class="section-body">
            <Body titleId={`${id}-title`} />
          </div>
        </section>
      ))}
    </div>
  );
}
