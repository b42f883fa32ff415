/** What a release is judged by before anything is made. */
export type State = {
  /** What `git status --porcelain` says. */
  changes: string;
  /** Of package.json and manifest.json. */
  versions: [string, string];
  changelog: string;
  tags: string[];
};

/** Why there can be no release, in a sentence each; nothing where there can be one. */
export function obstacles({ changes, versions: [version, inManifest], changelog, tags }: State): string[] {
  const headings = [...changelog.matchAll(/^## (\S+)/gm)].map(([, name]) => name);
  const said = [
    changes !== '' && `There are changes that are not committed:\n${changes}`,
    version !== inManifest && `package.json says ${version}, manifest.json says ${inManifest}.`,
    headings[0] !== version && `CHANGELOG.md does not begin with ${version}.`,
    tags.includes(`v${version}`) && `${version} has been released: there is a tag of it.`,
  ];
  return said.filter((each) => each !== false);
}
