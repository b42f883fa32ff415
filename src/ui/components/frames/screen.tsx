import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { message as m } from '../../../platform/message';
import { Icon, type IconName } from '../icon';
import { Name } from '../name';
import { Title } from './title';
import './screen.css';

/** What stays at the lower edge while the rest scrolls. How high it is, is known to all that must not end up under it. */
export function Foot({ children }: { children: ComponentChildren }) {
  const foot = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const { style } = document.documentElement;
    const watching = new ResizeObserver(() => {
      const isStuck = foot.current !== null && getComputedStyle(foot.current).position === 'sticky';
      style.setProperty('--foot', `${isStuck ? (foot.current?.offsetHeight ?? 0) : 0}px`);
    });
    if (foot.current) watching.observe(foot.current);
    return () => {
      watching.disconnect();
      style.removeProperty('--foot');
    };
  }, []);
  return (
    <footer class="foot" ref={foot}>
      {children}
    </footer>
  );
}

type Props = {
  title: string;
  /** Under the title: as whom, and where. */
  sub?: ComponentChildren;
  /** Before the title: how what it tells of has ended. */
  mark?: IconName;
  /** At the other end of the head. */
  aside?: ComponentChildren;
  onBack?: (() => void) | undefined;
  foot?: ComponentChildren;
  /** Makes a form of it: what its foot's button, and Enter, do. */
  onSubmit?: () => void;
  class?: string;
  children: ComponentChildren;
};

/** A title of more letters takes so many lines that its head cannot stay in place. */
const LONG = 90;

function Head({ title, sub, mark, aside, onBack }: Pick<Props, 'title' | 'sub' | 'mark' | 'aside' | 'onBack'>) {
  return (
    <header class={title.length > LONG ? 'screen-head long' : 'screen-head'}>
      {onBack && (
        <button type="button" class="icon-button" aria-label={m('back')} onClick={onBack}>
          <Icon name="back" />
        </button>
      )}
      {mark && (
        <span class="screen-mark">
          <Icon name={mark} />
        </span>
      )}
      <div class="screen-titles">
        <Title>
          <Name of={title} />
        </Title>
        {sub && <p class="who">{sub}</p>}
      </div>
      {aside}
    </header>
  );
}

/** One screen of the popup, which a tab may show too: a head with the way back, what scrolls, and a foot with the deeds. */
export function Screen({ foot, onSubmit, class: look = '', children, ...head }: Props) {
  const submit = (event: Event) => {
    event.preventDefault();
    onSubmit?.();
  };
  const Box = onSubmit ? 'form' : 'section';
  return (
    <Box class={`screen ${look}`} {...(onSubmit && { onSubmit: submit, noValidate: true })}>
      <Head {...head} />
      <div class="screen-body">{children}</div>
      {foot && <Foot>{foot}</Foot>}
    </Box>
  );
}
