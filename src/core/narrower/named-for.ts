/**
 * What the name of a token says that it is for, by the id of a purpose that comes with Patina: the first row that fits. The
 * words are those that tools, file formats and people use. Where a name may mean a narrower purpose or a wider one, the
 * wider one stands here: an advice that takes too much would cost somebody a build.
 */
const ROWS: readonly [purpose: string, words: RegExp][] = [
  ['git-credential-manager', /^git: https?:|credential manager/i],
  ['publish-extensions', /\b(marketplace|vsix|tfx|extensions?)\b/i],
  ['publish-packages', /\bpublish|\b(nuget|npm|packages?) push\b/i],
  ['packages', /\b(restore|npm|nuget|pip|pypi|maven|gradle|feeds?|packages?|artifacts)\b/i],
  ['deployment-group', /\bdeployment[ -]groups?\b/i],
  ['agent', /\b(agents?|runners?)\b/i],
  ['build-and-release', /\breleases?\b(?! notes)/i],
  ['run-pipelines', /\b(pipelines?|queue|trigger)\b/i],
  ['wiki', /\bwiki\b/i],
  ['test-results', /\btest (results?|plans?|runs?)\b/i],
  ['write-work-items', /\b(work ?items?|boards?|backlog|bugs)\b/i],
  ['push', /\b(git|push|mirror|commits?|pull requests?)\b/i],
  ['clone', /\b(clone|fetch|checkout|read[ -]only)\b/i],
];

/** Letters that belong together are a word: `npm-restore_ci` has three. */
export const inWords = (name: string) => name.replaceAll(/[_./\\-]+/g, ' ').toLowerCase();

export const namedFor = (name: string): string | undefined =>
  ROWS.find(([, words]) => words.test(name) || words.test(inWords(name)))?.[0];
