/// <reference types="vite/types/importMeta.d.ts" />
import { signal } from '@preact/signals';
import { render } from 'preact';
import { STORIES, type Story } from './stories';
import type { Frame } from './story';
import { type Address, addressIn, hashOf, SWITCHES, type Switch } from './switches';

const stories = signal(STORIES);
const address = signal(addressIn(location.hash));
const search = signal('');

/** The size of a frame in pixels, as a browser would give it. */
const SIZES = { popup: { width: 380, height: 600 }, page: { width: 1280, height: 860 } } satisfies Record<
  Frame,
  { width: number; height: number }
>;

function Entry({ id, name }: Story) {
  const isShown = id === address.value.story;
  return (
    <li>
      <a href={hashOf({ ...address.value, story: id })} aria-current={isShown ? 'page' : undefined}>
        {name}
      </a>
    </li>
  );
}

function List() {
  const isFound = ({ id, name }: Story) => `${id} ${name}`.toLowerCase().includes(search.value.toLowerCase());
  const found = stories.value.filter(isFound);
  const rooms = [...new Set(found.map(({ room }) => room))];
  return (
    <nav>
      <input
        type="search"
        aria-label="Search stories"
        placeholder={`Search ${stories.value.length} stories`}
        onInput={(event) => {
          search.value = event.currentTarget.value;
        }}
      />
      {rooms.map((room) => (
        <section key={room}>
          <h2>{room}</h2>
          <ul>
            {found
              .filter((story) => story.room === room)
              .map((story) => (
                <Entry key={story.id} {...story} />
              ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}

function Choice({ name }: { name: Switch }) {
  return (
    <label>
      {`${name} `}
      <select
        value={address.value[name]}
        onChange={(event) => {
          location.hash = hashOf({ ...address.value, [name]: event.currentTarget.value });
        }}
      >
        {SWITCHES[name].map((value) => (
          <option key={value}>{value}</option>
        ))}
      </select>
    </label>
  );
}

/** Text of double size is a browser's zoom: half as many pixels, each twice as large. */
function Stage({ story, theme, width, text, dir, language }: Omit<Address, 'story'> & { story: Story }) {
  const size = SIZES[story.frame];
  const zoom = Number(text) / 100;
  return (
    <div class="stage">
      <iframe
        key={language}
        title={story.name}
        src={`/src/${story.frame}/index.html?language=${language}#story=${story.id}&dir=${dir === 'its own' ? '' : dir}&theme=${theme}`}
        style={{
          width: `${(Number(width) || size.width) / zoom}px`,
          height: `${size.height / zoom}px`,
          zoom: text === '100' ? undefined : zoom,
        }}
      />
    </div>
  );
}

function Gallery() {
  const [first] = stories.value;
  const story = stories.value.find(({ id }) => id === address.value.story) ?? first;
  const switches = Object.keys(SWITCHES) as Switch[]; // Object.keys forgets which keys there are
  return (
    <>
      <List />
      <main>
        <div class="switches">
          {switches.map((name) => (
            <Choice key={name} name={name} />
          ))}
        </div>
        {story && <Stage {...address.value} story={story} />}
      </main>
    </>
  );
}

window.addEventListener('hashchange', () => {
  address.value = addressIn(location.hash);
});

const root = document.getElementById('gallery');
if (root) render(<Gallery />, root);

import.meta.hot?.accept('./stories', (changed) => {
  if (changed) stories.value = changed.STORIES;
});
