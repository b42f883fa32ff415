/** TFS was called so until its build 17 and its API 5; what is current has no year. */
const named = (isTfs: boolean, name: string) => `${isTfs ? 'TFS' : 'Azure DevOps Server'} ${name}`.trim();

/** Products by the first two parts of their build, from the oldest that has tokens. Source: server.md 1. */
const PRODUCTS: readonly [major: number, milestone: number, name: string][] = [
  [15, 0, '2017'],
  [15, 112, '2017 Update 1'],
  [15, 117, '2017 Update 2'],
  [16, 0, '2018'],
  [16, 131, '2018 Update 2'],
  [17, 0, '2019'],
  [17, 153, '2019.1'],
  [18, 0, '2020'],
  [18, 181, '2020.1'],
  [19, 0, '2022'],
  [19, 225, '2022.1'],
  [19, 235, '2022.2'],
  [20, 0, ''],
];

function productOf(major: number, milestone: number): string | undefined {
  const found = PRODUCTS.findLast(([first, second]) => first === major && milestone >= second);
  return found && named(major < 17, found[2]);
}

/** The product that a page names, in either way in which pages do. Source: server.md 5, "Version". */
export function productIn(page: string): string | undefined {
  const [, major, milestone] =
    /"serviceVersion":"Dev(\d+)\.M(\d+)/.exec(page) ?? />Version (\d+)\.(\d+)\.\d+\.\d+</.exec(page) ?? [];
  return productOf(Number(major), Number(milestone));
}

/** The highest REST API version of each product line. Source: server.md 1; that `maxVersion` tells the line is inferred there. */
const LINES: readonly [api: number, name: string][] = [
  [3, '2017'],
  [4, '2018'],
  [5, '2019'],
  [6, '2020'],
  [7, '2022'],
  [7.2, ''],
];

/** The product line by the highest API version that a server has, where its pages tell nothing. */
export function productByApi(maxVersion: string): string {
  const [api, name] = LINES.findLast(([line]) => Number(maxVersion) >= line) ?? [5, ''];
  return named(api < 5, name);
}
