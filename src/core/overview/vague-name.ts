/** Words that say nothing of what a token is for, alone or together. */
const VAGUE: ReadonlySet<string> = new Set(
  `access ado api asdf auth azure bar copy default delete demo devops foo key me misc mine my name new no old one other
  pat pats personal qwerty secret stuff temp temporary test testing tests tfs the thing tmp token tokens try unnamed
  untitled vsts xx xxx yet another`.split(/\s+/),
);

/**
 * Whether a token's name tells nobody what it is for: no words in it, or only such as "my test token 2". Dates and
 * numbers are no words, and neither is a single Latin letter.
 */
export function isVague(name: string): boolean {
  const words = name.toLowerCase().match(/\p{L}+/gu) ?? [];
  return words.every((word) => VAGUE.has(word) || /^[a-z]$/.test(word));
}
