import { type JSX, options } from 'preact';
import { renderToString } from 'preact-render-to-string';

/**
 * What a screen gives to the first of its parts that takes something of that name: what a press there does, and what is
 * shown. The screen is drawn without a page, so nothing is pressed.
 */
export function given<Props extends object>(screen: JSX.Element, name: keyof Props & string): Props {
  const { vnode: before = () => undefined } = options;
  let found: Props | undefined;
  options.vnode = (vnode) => {
    before(vnode);
    const { props } = vnode as { props: unknown };
    if (typeof props === 'object' && props !== null && name in props) found ??= props as Props; // as the caller says
  };
  try {
    renderToString(screen);
  } finally {
    options.vnode = before;
  }
  if (!found) throw new Error(`Nothing is given ${name}.`);
  return found;
}
