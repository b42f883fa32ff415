import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

type TitleProps = { children: ComponentChildren; class?: string; id?: string };

/**
 * The heading of a screen. It takes the focus when its screen comes up, unless something else there has: a screen that
 * changes under the hands of somebody who does not see it is read from its beginning.
 */
export function Title({ children, class: look, id }: TitleProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    const { activeElement } = document;
    if (activeElement === null || activeElement === document.body) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <h1 tabIndex={-1} ref={heading} class={look} id={id}>
      {children}
    </h1>
  );
}
