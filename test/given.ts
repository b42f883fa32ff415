import { type JSX, options, type VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { propsOf } from './home-seen';

/** All parts of a screen, which is drawn without a page, so that nothing is pressed. */
export function drawnIn(screen: JSX.Element): VNode[] {
  const { vnode: before = () => undefined } = options;
  const drawn: VNode[] = [];
  options.vnode = (part) => {
    before(part);
    drawn.push(part);
  };
  try {
    renderToString(screen);
  } finally {
    options.vnode = before;
  }
  return drawn;
}

/**
 * What a screen gives to the first of its parts that takes something of that name: what a press there does, and what is
 * shown.
 */
export function given<Props extends object>(screen: JSX.Element, name: keyof Props & string): Props {
  const part = drawnIn(screen).find(({ props }) => typeof props === 'object' && props !== null && name in props);
  if (!part) throw new Error(`Nothing is given ${name}.`);
  return propsOf<Props>(part);
}
