/**
 * What differs between the products on premises (server.md sections 1 to 5 and 8).
 * Marks, here and in the other files of this folder: D documented, C seen in public code, I inferred; "assumption" where
 * the reference has nothing.
 */
export type Profile = {
  /** As the About page says it. The prefixes are C; but for 2018's, what follows them is an assumption. */
  build: string;
  /** As the pages say it, from 2019 on. But for 2020's (C) the form is I. */
  serviceVersion: string | undefined;
  /** The highest api-version (C). */
  restLevel: string;
  /** TFS has the MVC pages (C), Azure DevOps Server has HierarchyQuery and `_usersSettings` (C). */
  generation: 'tfs' | 'ads';
  /** Old servers answer none: C for 2017, an assumption for 2018. Both forms are D/C; which version has which is an assumption. */
  deploymentType: 'missing' | 'number' | 'name';
};

const tfs = {
  serviceVersion: undefined,
  generation: 'tfs',
  deploymentType: 'missing',
} as const;
const ads = { generation: 'ads', deploymentType: 'number' } as const;

const table = {
  tfs2017: { ...tfs, build: '15.117.27414.0', restLevel: '3.2' },
  tfs2018: { ...tfs, build: '16.131.28601.4', restLevel: '4.1' },
  ads2019: { ...ads, build: '17.143.28621.4', serviceVersion: 'Dev17.M143 (AzureDevOps_M143)', restLevel: '5.0' },
  ads2020: { ...ads, build: '18.170.30525.1', serviceVersion: 'Dev18.M170.6', restLevel: '6.0' },
  ads2022: {
    ...ads,
    build: '19.205.33122.1',
    serviceVersion: 'Dev19.M205.1 (AzureDevOpsServer_M205)',
    restLevel: '7.0',
    deploymentType: 'name',
  },
  'ads-current': {
    ...ads,
    build: '20.256.36719.1',
    serviceVersion: 'Dev20.M256.1 (AzureDevOpsServer_M256)',
    restLevel: '7.2',
    deploymentType: 'name',
  },
} satisfies Record<string, Profile>;

export type ProfileName = keyof typeof table;

export const profiles: Record<ProfileName, Profile> = table;

export function isProfileName(name: string | undefined): name is ProfileName {
  return name !== undefined && Object.hasOwn(table, name);
}
