import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { feedUrl } from './addresses';
import { usableFields } from './fields';
import type { Place } from './place';
import { recipesFor, render, shellsOf } from './recipes';
import type { Setting } from './shape';
import { repositoryId, sourceName, userOfCollection } from './source-name';

const fabrikam: Place = { kind: 'services', organization: 'fabrikam', domain: 'dev.azure.com' };
const server: Place = { kind: 'server', base: 'https://tfs.corp.example/tfs', collection: 'One' };
const at = (place: Place, feed: string, feedProject = ''): Setting => ({
  place,
  given: usableFields({ feed, feedProject }),
});

/** Where a feed `tools` can be, each of them another one. */
const PLACES: [what: string, setting: Setting][] = [
  ['the organization', at(fabrikam, 'tools')],
  ['a project', at(fabrikam, 'tools', 'website')],
  ['another project', at(fabrikam, 'tools', 'web_site')],
  ['another organization', at({ ...fabrikam, organization: 'contoso' }, 'tools')],
  ['a project of that name there', at({ ...fabrikam, organization: 'contoso' }, 'tools', 'website')],
  ['a collection', at(server, 'tools')],
  ['another collection', at({ ...server, collection: 'Two' }, 'tools')],
  ['a collection of that name on another server', at({ ...server, base: 'https://tfs2.corp.example/tfs' }, 'tools')],
  ['the same server by another port', at({ ...server, base: 'https://tfs.corp.example:8080/tfs' }, 'tools')],
  ['a project that looks like a path', at(server, 'tools', 'a/_packaging/b')],
  ['a view of the feed', at(fabrikam, 'tools@Release')],
];

/** Every name that a tool is given for a feed: no file, variable or command of one feed may have that of another. */
function namesIn(setting: Setting): string[] {
  const NAMES =
    /(?:--name |-Name |--source |NuGetPackageSourceCredentials_|add key=|<id>|<mirrorOf>|^name = |\[registries\.|UV_INDEX_|POETRY_HTTP_BASIC_|CARGO_REGISTRIES_)"?([^\s"<\]=]+)/gm;
  const texts = recipesFor([], setting.place).flatMap((recipe) =>
    shellsOf(recipe).map((shell) => {
      const fields = { ...setting.given, package: 'probe' };
      const snippet = render(recipe, { place: setting.place, fields, shell });
      return snippet.ok ? snippet.parts.map((part) => ('text' in part ? part.text : '')).join('') : '';
    }),
  );
  const found = texts.flatMap((text) => [...text.matchAll(NAMES)].map(([, name = '']) => name.toLowerCase()));
  return found.filter((name) => !['username', 'cleartextpassword', 'azure-artifacts'].includes(name));
}

describe('one name never stands for two feeds', () => {
  test('not in any text of a recipe, whatever becomes of capitals', () => {
    const names = PLACES.map(([, setting]) => new Set(namesIn(setting)));
    expect(names.map(({ size }) => size > 2)).toEqual(PLACES.map(() => true));
    expect(new Set(names.flatMap((each) => [...each])).size).toBe(names.reduce((sum, { size }) => sum + size, 0));
  });

  const unit = fc.constantFrom(...'aAbBtools1_-. é日', '$', '{', '%', '/');
  const name = fc.string({ unit, minLength: 1, maxLength: 6 });
  const anyPlace = fc.oneof(
    fc.record({
      kind: fc.constant('services' as const),
      organization: fc.constantFrom('fabrikam', 'contoso', 'fabrikam-tools'),
      domain: fc.constant('dev.azure.com' as const),
    }),
    fc.record({
      kind: fc.constant('server' as const),
      base: fc.constantFrom('https://tfs.corp.example', 'http://tfs.corp.example', 'https://tfs.corp.example/tfs'),
      collection: name,
    }),
  );
  const anyFeed = fc.tuple(anyPlace, name, fc.oneof(fc.constant(''), name)).map((each) => at(...each));

  test.each([
    ['NuGet, Cargo, uv and Poetry', sourceName],
    ['Maven', repositoryId],
  ])('not for %s, whatever the feeds are called', (_, write) => {
    const written = (setting: Setting) => write(setting).toLowerCase();
    fc.assert(
      fc.property(anyFeed, anyFeed, (one, other) => {
        expect(written(one) === written(other)).toBe(feedUrl(one) === feedUrl(other));
      }),
      { numRuns: 1000 },
    );
  });

  test('names that the one gives are no names that the other could give', () => {
    const first = PLACES.map(([, setting]) => sourceName(setting));
    const again = first.map((feed) => sourceName(at(fabrikam, feed)));
    expect(new Set([...first, ...again]).size).toBe(2 * PLACES.length);
  });

  test('and the two addresses of an organization, or its capitals, are no second feed', () => {
    const setting = at(fabrikam, 'tools', 'website');
    for (const place of [
      { ...fabrikam, domain: 'visualstudio.com' as const },
      { ...fabrikam, organization: 'Fabrikam' },
    ])
      expect(sourceName({ ...setting, place })).toBe(sourceName(setting));
  });
});

test.each([
  ['tools', /^tools_[0-9a-f]{16}$/, /^tools_[0-9a-f]{16}$/],
  ['my-feed.v2', /^my_feed_v2_[0-9a-f]{16}$/, /^my-feed\.v2_[0-9a-f]{16}$/],
  ['1st', /^feed_1st_[0-9a-f]{16}$/, /^1st_[0-9a-f]{16}$/],
  ['日本', /^___[0-9a-f]{16}$/, /^___[0-9a-f]{16}$/],
  ['\u202eslootx', /^_slootx_[0-9a-f]{16}$/, /^_slootx_[0-9a-f]{16}$/],
  [`\${env.HOME}%X%`, /^__env_HOME__X__[0-9a-f]{16}$/, /^__env\.HOME__X__[0-9a-f]{16}$/],
  ['x'.repeat(400), /^x{64}_[0-9a-f]{16}$/, /^x{64}_[0-9a-f]{16}$/],
])('the feed "%s" can still be read in the name', (feed, source, repository) => {
  expect(sourceName(at(fabrikam, feed))).toMatch(source);
  expect(repositoryId(at(fabrikam, feed))).toMatch(repository);
});

test('collections of one server are not one entry of a keychain', () => {
  const users = ['One', 'Two', 'one', 'O ne', 'O_ne'].map((collection) => userOfCollection({ ...server, collection }));
  expect(new Set(users.map((each) => each.toLowerCase())).size).toBe(users.length);
});
