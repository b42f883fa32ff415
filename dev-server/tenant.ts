export type User = { id: string; name: string; account: string; subjectDescriptor: string };

export type Organization = {
  id: string;
  name: string;
  /** As my-organizations answers it: some still have the legacy form. */
  url: string;
  /** Ids of users. */
  members: string[];
};

/** The first user is the one that signs in when nobody is named. */
const normal: User = {
  id: 'bb5bb6c8-ef0a-400f-8987-92b3674d2043',
  name: 'Normal Paulk',
  account: 'normal@fabrikam.example',
  subjectDescriptor: 'aad.ZmFrZVVzZXI',
};
const raisa: User = {
  id: '3f0a5c7e-52d1-4e0b-9d5b-6c1f0e2a9b77',
  name: 'Raisa Pokrovskaya',
  account: 'raisa@contoso.example',
  subjectDescriptor: 'aad.ZmFrZVJhaXNh',
};

const fabrikam: Organization = {
  id: '38aaa865-2c70-4bf7-a308-0c6539c38c1a',
  name: 'fabrikam',
  url: 'https://dev.azure.com/fabrikam/',
  members: [normal.id, raisa.id],
};
const contoso: Organization = {
  id: '6affcbef-fe5d-44c6-8a29-439b79aaa118',
  name: 'contoso',
  url: 'https://contoso.visualstudio.com/',
  members: [normal.id, raisa.id],
};
const northwind: Organization = {
  id: 'bf83696f-383b-4980-95b5-1f1127640a8a',
  name: 'northwind',
  url: 'https://dev.azure.com/northwind/',
  members: [raisa.id],
};

export const users = { normal, raisa };

/** Normal Paulk is not in northwind. */
export const organizations = { fabrikam, contoso, northwind };
