/** How a story is shown, with the values that the address of the gallery takes; the first of each is usual. */
export const SWITCHES = {
  theme: ['auto', 'light', 'dark'],
  width: ['its own', '320', '380', '1280'],
  text: ['100', '200'],
  dir: ['its own', 'ltr', 'rtl'],
  language: ['en', 'pseudo', 'de', 'fr', 'es', 'ja', 'zh_CN', 'ar'],
} as const;

export type Switch = keyof typeof SWITCHES;
export type Address = { story: string } & Record<Switch, string>;

export function addressIn(hash: string): Address {
  const asked = new URLSearchParams(hash.slice(1));
  const of = (name: Switch) => asked.get(name) ?? SWITCHES[name][0];
  const [theme, width, text] = [of('theme'), of('width'), of('text')];
  return { story: asked.get('story') ?? '', theme, width, text, dir: of('dir'), language: of('language') };
}

/** What is as usual is not in it. */
export function hashOf({ story, ...switches }: Address): string {
  const names = Object.keys(SWITCHES) as Switch[]; // Object.keys forgets which keys there are
  const unusual = names.filter((name) => switches[name] !== SWITCHES[name][0]);
  return `#${[`story=${story}`, ...unusual.map((name) => `${name}=${switches[name]}`)].join('&')}`;
}
