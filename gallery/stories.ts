/// <reference types="vite/types/importMeta.d.ts" />
import type { JSX } from 'preact';
import type { Frame, Stories } from './story';

const files = import.meta.glob<{ stories: Stories }>(['../src/**/*.stories.tsx', './*.stories.tsx'], {
  eager: true,
});

/** One state of one view. Its id, `home/home/a-few`, is its address. */
export type Story = { id: string; room: string; name: string; frame: Frame; isPart: boolean; show: () => JSX.Element };

const wordOf = (name: string) =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** `../src/ui/views/home/home.stories.tsx` is `home/home`. */
const roomOf = (path: string) => path.replace(/^\.\.?\/(src\/)?(ui\/)?(views\/)?/, '').replace('.stories.tsx', '');

export const STORIES: readonly Story[] = Object.entries(files).flatMap(([path, { stories }]) => {
  const { shown, ...kind } = stories;
  const room = roomOf(path);
  return Object.entries(shown).map(([name, show]) => ({ ...kind, id: `${room}/${wordOf(name)}`, room, name, show }));
});
