import type { MoreIcons } from './more-icons';

export const round = (x: number, y: number, r: number) =>
  `M${x + r} ${y}a${r} ${r} 0 1 1-${2 * r} 0 ${r} ${r} 0 0 1 ${2 * r} 0Z`;

/** Those of the list: line drawings on a grid of 16, in strokes of 1.5 and in the colour of the text around them. */
const few = {
  close: 'M4 4l8 8M12 4l-8 8',
  down: 'M4 6.25 8 10.25l4-4',
  more: 'M3.25 8h.01M8 8h.01M12.75 8h.01',
  plus: 'M8 3.25v9.5M3.25 8h9.5',
  search: `${round(7, 7, 4.25)}M10.25 10.25l3 3`,
} as const;

export type IconName = keyof typeof few | MoreIcons;
export const FEW_ICONS = Object.keys(few) as IconName[]; // Object.keys forgets which keys there are

const paths: Partial<Record<IconName, string>> = { ...few };

/** What is made of dots alone is drawn thicker; what points along a line of text is turned where text runs the other way. */
type Kinds = { readonly [K in IconName]?: 'dots' | 'turns' };

const kinds: Kinds = { more: 'dots' };

/** Adds the drawings that come with what is loaded later. */
export function draw(more: Readonly<Record<MoreIcons, string>>, ofKinds: Kinds): void {
  Object.assign(paths, more);
  Object.assign(kinds, ofKinds);
}

/** It is never read aloud: what it stands for is the name of its button, or beside it. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class={`icon ${kinds[name] ?? ''}`} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}
