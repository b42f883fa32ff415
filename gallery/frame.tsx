/// <reference types="vite/types/importMeta.d.ts" />
import './same-each-day';
import '../test/fakes/install-browser';
import './language';
import '../src/platform/jitless';
import '../src/ui/base.css';
import { options, render } from 'preact';
import { tellLanguage } from '../src/ui/document-language';
import { deedsDone, forgetDeeds, settled } from './deeds';
import { harm, saidOnScreen, speakHostile, unseen } from './hostile';
import { type Asked, look, lookAtColours } from './look';
import { cutTexts, missingMessages, outsideMessages } from './look-at-words';
import { STORIES } from './stories';

// Effects take place at once: whoever looks at hundreds of stories does not wait for the screen.
options.requestAnimationFrame = (callback) => void setTimeout(callback);

let stories = STORIES;
const root = document.getElementById('app');

/** Puts a story on the screen, and answers when it is all there. */
async function show(id: string, dir: string): Promise<void> {
  const story = stories.find((each) => each.id === id);
  if (!root) return;
  tellLanguage();
  if (dir) document.documentElement.dir = dir;
  render(null, root);
  root.scrollTop = 0;
  scrollTo(0, 0);
  render(story ? story.show() : <p>{`There is no story ${id}.`}</p>, root);
  await settled();
  await deedsDone();
  await settled();
}

function showAddressed(): Promise<void> {
  const asked = new URLSearchParams(location.hash.slice(1));
  const theme = asked.get('theme') ?? 'auto';
  document.documentElement.style.colorScheme = theme === 'auto' ? '' : theme;
  return show(asked.get('story') ?? '', asked.get('dir') ?? '');
}

/** For the check, which goes from story to story without loading the page anew. */
Object.assign(globalThis, {
  gallery: {
    stories: stories.map(({ show: _, ...told }) => told),
    look: async (id: string, asked: Asked & { dir: string }) => {
      await show(id, asked.dir);
      return await look(asked);
    },
    words: () => ({ wrong: [...cutTexts(), ...missingMessages()], outside: outsideMessages() }),
    /** With what a hostile server could say in the place of names and sentences, in some rounds of the two hundred. */
    hostile: async (id: string, rounds: readonly number[]) => {
      const wrong: string[] = [];
      await show(id, '');
      const usual = saidOnScreen();
      for (const round of rounds) {
        speakHostile(round);
        await show(id, '').catch(forgetDeeds); // what was to be pressed has another name now
        const seen = [...harm(usual), ...(await look({ isPart: true, rules: [] }))];
        wrong.push(...seen.map((each) => `round ${round}: ${each}`));
      }
      speakHostile(null);
      return wrong.slice(0, 10);
    },
    unseenHarm: unseen,
    /** At what is there already, in the other theme. */
    lookInDark: async () => {
      const { style } = document.documentElement;
      style.colorScheme = 'dark';
      const found = await lookAtColours();
      style.colorScheme = '';
      return found;
    },
  },
});

window.addEventListener('hashchange', showAddressed);
void showAddressed();

import.meta.hot?.accept('./stories', (changed) => {
  if (changed) stories = changed.STORIES;
  void showAddressed();
});
