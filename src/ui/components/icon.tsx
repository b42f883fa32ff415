import type { MoreIcons } from './more-icons';

export const round = (x: number, y: number, r: number) =>
  `M${x + r} ${y}a${r} ${r} 0 1 1-${2 * r} 0 ${r} ${r} 0 0 1 ${2 * r} 0Z`;

/** Those of the list: line drawings on a grid of 16, in strokes of 1.5 and in the colour of the text around them. */
const few = {
  alert: 'M7.1 2.9a1 1 0 0 1 1.8 0l5 9.2a1 1 0 0 1-.9 1.4H3a1 1 0 0 1-.9-1.4ZM8 6.5v2.75M8 11.4h.01',
  check: 'M3 8.5 6.25 11.75 13 4.75',
  close: 'M4 4l8 8M12 4l-8 8',
  down: 'M4 6.25 8 10.25l4-4',
  globe: `${round(8, 8, 6)}M2 8h12M8 2c1.6 1.7 2.4 3.7 2.4 6S9.6 12.3 8 14C6.4 12.3 5.6 10.3 5.6 8S6.4 3.7 8 2Z`,
  more: 'M3.25 8h.01M8 8h.01M12.75 8h.01',
  plus: 'M8 3.25v9.5M3.25 8h9.5',
  search: `${round(7, 7, 4.25)}M10.25 10.25l3 3`,
  up: 'M4 9.75 8 5.75l4 4',
} as const;

export type IconName = keyof typeof few | MoreIcons;
export const FEW_ICONS = Object.keys(few) as IconName[]; // Object.keys forgets which keys there are

const paths: Partial<Record<IconName, string>> = { ...few };

/** Adds the drawings that come with what is loaded later. */
export function draw(more: Readonly<Record<MoreIcons, string>>): void {
  Object.assign(paths, more);
}

/** What is made of dots alone is drawn thicker; what points along a line of text is turned where text runs the other way. */
const kinds: { readonly [K in IconName]?: string } = {
  more: 'dots',
  grip: 'dots',
  list: 'dots',
  back: 'turns',
  next: 'turns',
};

/** It is never read aloud: what it stands for is the name of its button, or beside it. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class={`icon ${kinds[name] ?? ''}`} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}
