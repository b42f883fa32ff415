/** Products by the first two parts of their build, from the oldest that has tokens. Source: server.md 1. */
const PRODUCTS: readonly [major: number, milestone: number, name: string][] = [
  [15, 0, 'TFS 2017'],
  [15, 112, 'TFS 2017 Update 1'],
  [15, 117, 'TFS 2017 Update 2'],
  [16, 0, 'TFS 2018'],
  [16, 131, 'TFS 2018 Update 2'],
  [17, 0, 'Azure DevOps Server 2019'],
  [17, 153, 'Azure DevOps Server 2019.1'],
  [18, 0, 'Azure DevOps Server 2020'],
  [18, 181, 'Azure DevOps Server 2020.1'],
  [19, 0, 'Azure DevOps Server 2022'],
  [19, 225, 'Azure DevOps Server 2022.1'],
  [19, 235, 'Azure DevOps Server 2022.2'],
  [20, 0, 'Azure DevOps Server'],
];

function productOf(major: number, milestone: number): string | undefined {
  return PRODUCTS.findLast(([first, second]) => first === major && milestone >= second)?.[2];
}

/** The product that a page names, in either way in which pages do. Source: server.md 5, "Version". */
export function productIn(page: string): string | undefined {
  const [, major, milestone] =
    /"serviceVersion":"Dev(\d+)\.M(\d+)/.exec(page) ?? />Version (\d+)\.(\d+)\.\d+\.\d+</.exec(page) ?? [];
  return productOf(Number(major), Number(milestone));
}

/** The highest REST API version of each product line. Source: server.md 1; that `maxVersion` tells the line is inferred there. */
const LINES: readonly [api: number, name: string][] = [
  [3, 'TFS 2017'],
  [4, 'TFS 2018'],
  [5, 'Azure DevOps Server 2019'],
  [6, 'Azure DevOps Server 2020'],
  [7, 'Azure DevOps Server 2022'],
  [7.2, 'Azure DevOps Server'],
];

/** The product line by the highest API version that a server has, where its pages tell nothing. */
export function productByApi(maxVersion: string): string {
  return LINES.findLast(([api]) => Number(maxVersion) >= api)?.[1] ?? 'Azure DevOps Server';
}
