/** How a server behaves where the reference leaves it open, or where servers differ. The next request obeys. */
export type OnPremSwitches = {
  /**
   * `open`: every request is the first user's, as when the browser has answered the challenge silently. `ntlm`,
   * `negotiate`, `basic`: 401 from IIS with that challenge but for requests with the cookie that `/_dev/sign-in` sets,
   * which stands in for the browser's own login. `anonymous`: TFS itself lets anybody in, as nobody.
   */
  signIn: 'open' | 'ntlm' | 'negotiate' | 'basic' | 'anonymous';
  /** At which levels the Token area is there: not recorded for any version. `absent` is a server from before tokens (D). */
  tokenLocation: 'both' | 'collection' | 'deployment' | 'absent';
  /** Session tokens are listed and revoked, but cannot be posted: not recorded, so the form is all that is left. */
  postsTokens: boolean;
  /** What the form of TFS wants: nothing, or its `__RequestVerificationToken`. Not known. */
  antiforgery: boolean;
  /** Claims to be Azure DevOps Services. */
  spoofsHosted: boolean;
  /** IIS Basic authentication stands before the server: whatever comes with a token is a wrong Windows password. */
  takesTokensForPasswords: boolean;
  /** Where every request is redirected to: a proxy's sign-in, say. */
  redirectsTo: string | undefined;
  /** Whether the server tells its collections. */
  listsCollections: boolean;
  /** What `OPTIONS` is answered with: whether anything before the server lets it through is not known. */
  optionsStatus: 200 | 404 | 405;
  /** Whether `connectionData` names the deployment; old servers are not known to. */
  tellsDeployment: boolean;
};

export function usualOnPremSwitches(): OnPremSwitches {
  return {
    signIn: 'open',
    tokenLocation: 'both',
    postsTokens: true,
    antiforgery: false,
    spoofsHosted: false,
    takesTokensForPasswords: false,
    redirectsTo: undefined,
    listsCollections: true,
    optionsStatus: 200,
    tellsDeployment: true,
  };
}
