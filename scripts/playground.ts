import { type FaultName, faultTable } from '../dev-server/faults';

/** Faults that meet changes alone, so that the lists can be read, which tell what became of one. */
const OF_CHANGES: readonly FaultName[] = ['html200', 'forbidden403', 'gateway403', 'error500', 'reset', 'lostReply'];

/** What to try with each fault, and what Patina then has to say. */
const tries: Record<FaultName, string> = {
  signedOut302: 'Open the popup: it says that nobody is signed in, and where to.',
  signedOut203: 'Open the popup: it says that nobody is signed in, and where to.',
  signedOut401: 'Open the popup: it says that nobody is signed in, and where to.',
  signedOut401Bare: 'Open the popup: it says that nobody is signed in, and where to.',
  ledAway: 'Open the popup: it follows nobody, and says that nobody is signed in.',
  html200: 'Press a purpose: a page is no answer, so nobody can be sure what became of it, and nothing is sent again.',
  notMember401: 'Open the popup: it says that this account is not let in.',
  conditionalAccess: 'Open the popup: it names the rule of the company.',
  forbidden403: 'Press a purpose: it says who refuses, and in which words.',
  originRefused403:
    'Press a purpose: the same create goes out once more with the origin of the pages, and is made once.',
  pageOnly: 'Press a purpose: it is sent by the open tab of the organization.',
  gateway403: 'Press a purpose: it says that somebody on the way has answered.',
  notFound404: 'Open the popup: it says that this is not found there.',
  conflict409: 'Press a purpose: it says what the server did not take, and nothing is sent again.',
  version400: 'Open the popup: it says what the server did not understand.',
  throttled429: 'Open the popup: it says when it can be tried again, and nobody is asked before.',
  delayed200: 'Open the popup: it works, and asks no more than it has to.',
  error500: 'Press a purpose: the list says what became of it, and nothing is sent again.',
  unavailable503: 'Open the popup: it says when it is read again.',
  slow: 'Open the popup twice: it says that it reads, and the second time the list of before is there at once.',
  slowReply: 'Press a purpose and reload the extension before it answers: the token that was made is found and told.',
  reset: 'Press a purpose: the list says what became of it, and nothing is sent again.',
  lostReply: 'Press a purpose: the token is made and its secret lost. The list finds it, and offers to revoke it.',
  truncatedJson: 'Open the popup: half an answer is none, and it says so.',
  bom: 'Open the popup: it works.',
  hugeBody: 'Open the popup: it stops reading, and says so.',
  pressed: 'Open the popup: it stops reading, and says so.',
  deepJson: 'Open the popup: it does not understand the answer, and says so.',
  drip: 'Open the popup: it gives up in time, and says so.',
  providerMissing:
    'Press a purpose: the token is made and its secret lost. The list finds it, and offers to revoke it.',
  providerMissingNotApplied: 'Press a purpose: the list says that nothing was made.',
  policyRefused: 'Press a purpose: it names the policy, and what to do.',
  identitySwitch: 'Press a purpose: nothing is made for somebody else than the popup shows.',
  createdTwice: 'Press a purpose: one token is yours, and the list tells of the other.',
  revokeIgnored: 'Revoke a token: it is not called done, since a fresh list still shows it.',
};

/** The fault of that name, or the only one whose name begins so. */
export function faultNamed(name: string): FaultName {
  const all = Object.keys(faultTable) as FaultName[];
  const begun = all.filter((each) => each.toLowerCase().startsWith(name.toLowerCase()));
  const found = all.find((each) => each === name) ?? (begun.length === 1 ? begun[0] : undefined);
  if (found) return found;
  throw new Error(
    `There is no fault "${name}". There are:\n${all.map((each) => `  ${each}: ${faultTable[each].does}`).join('\n')}`,
  );
}

/** Whom a fault of the playground meets. */
export const meets = (name: FaultName): { method?: string } => (OF_CHANGES.includes(name) ? { method: 'POST' } : {});

/** What is wrong with the server, and what to do to meet it. */
export const sentenceFor = (name: FaultName): string => `${name}: the server ${faultTable[name].does}. ${tries[name]}`;
