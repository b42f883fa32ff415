const round = (x: number, y: number, r: number) =>
  `M${x + r} ${y}a${r} ${r} 0 1 1-${2 * r} 0 ${r} ${r} 0 0 1 ${2 * r} 0Z`;

/** Line drawings on a grid of 16, in strokes of 1.5 and in the colour of the text around them. */
const paths = {
  alert: 'M7.1 2.9a1 1 0 0 1 1.8 0l5 9.2a1 1 0 0 1-.9 1.4H3a1 1 0 0 1-.9-1.4ZM8 6.5v2.75M8 11.4h.01',
  back: 'M10 3.5 5.5 8l4.5 4.5',
  check: 'M3 8.5 6.25 11.75 13 4.75',
  clock: `${round(8, 8, 5.75)}M8 4.75V8l2.25 1.5`,
  close: 'M4 4l8 8M12 4l-8 8',
  copy: 'M7 5.75h5c.7 0 1.25.55 1.25 1.25v5c0 .7-.55 1.25-1.25 1.25H7c-.7 0-1.25-.55-1.25-1.25V7c0-.7.55-1.25 1.25-1.25ZM3.25 10.2A1 1 0 0 1 2.75 9.25V4c0-.7.55-1.25 1.25-1.25h5.25a1 1 0 0 1 .95.5',
  down: 'M4 6.25 8 10.25l4-4',
  edit: 'M3 13l.6-2.9 7.15-7.15a1.2 1.2 0 0 1 1.7 0l.6.6a1.2 1.2 0 0 1 0 1.7L5.9 12.4ZM9.5 4.25l2.25 2.25',
  external:
    'M9.25 2.75h4v4M13.25 2.75 7.75 8.25M11.25 9.75V12c0 .7-.55 1.25-1.25 1.25H4c-.7 0-1.25-.55-1.25-1.25V6c0-.7.55-1.25 1.25-1.25h2.25',
  eye: `M1.75 8S4 3.75 8 3.75 14.25 8 14.25 8 12 12.25 8 12.25 1.75 8 1.75 8Z${round(8, 8, 1.75)}`,
  'eye-off':
    'M6.6 3.9A6 6 0 0 1 8 3.75C12 3.75 14.25 8 14.25 8a10.6 10.6 0 0 1-1.7 2.15M10.7 11.6a5.6 5.6 0 0 1-2.7.65C4 12.25 1.75 8 1.75 8a10.4 10.4 0 0 1 3.1-3.35M2.75 2.75l10.5 10.5M6.8 6.75a1.75 1.75 0 0 0 2.45 2.45',
  globe: `${round(8, 8, 6)}M2 8h12M8 2c1.6 1.7 2.4 3.7 2.4 6S9.6 12.3 8 14C6.4 12.3 5.6 10.3 5.6 8S6.4 3.7 8 2Z`,
  grip: 'M6 4h.01M10 4h.01M6 8h.01M10 8h.01M6 12h.01M10 12h.01',
  list: 'M5.75 4h7.5M5.75 8h7.5M5.75 12h7.5M2.75 4h.01M2.75 8h.01M2.75 12h.01',
  more: 'M3.25 8h.01M8 8h.01M12.75 8h.01',
  next: 'M6 3.5 10.5 8 6 12.5',
  pin: 'M5.5 2.75h5M6.5 2.75v3.5L4.25 9h7.5L9.5 6.25v-3.5M8 9v4.25',
  plus: 'M8 3.25v9.5M3.25 8h9.5',
  puzzle: 'M3.25 5.25H6a1.75 1.75 0 1 1 3.5 0h2.75v2.5a1.75 1.75 0 1 0 0 3.5v2h-9Z',
  refresh: 'M13.25 8a5.25 5.25 0 1 1-1.54-3.71L13.25 5.75M13.25 2.75v3h-3',
  revoke: `${round(8, 8, 5.75)}M4 12 12 4`,
  search: `${round(7, 7, 4.25)}M10.25 10.25l3 3`,
  settings:
    'M2.75 5h5M11.75 5h1.5M2.75 11h1.5M8.25 11h5M11.5 5a1.75 1.75 0 1 1-3.5 0 1.75 1.75 0 0 1 3.5 0ZM8 11a1.75 1.75 0 1 1-3.5 0A1.75 1.75 0 0 1 8 11Z',
  shield: 'M8 1.9l5 1.9v3.7c0 3-2 5.2-5 6.5-3-1.3-5-3.5-5-6.5V3.8Z',
  up: 'M4 9.75 8 5.75l4 4',
} as const;

export type IconName = keyof typeof paths;
export const ICONS = Object.keys(paths) as IconName[]; // Object.keys forgets which keys there are

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
