/** How this service behaves where the reference leaves it open. Set a field at any time; the next request obeys. */
export type Switches = {
  /** The lifecycle API: open to cookies, or how it refuses them (services.md 1.5). */
  patsMode:
    | 'open'
    | 'refused302'
    | 'refused203'
    | 'refused401'
    | 'refusedInvalidAccess403'
    | 'refusedInvalidAccess401'
    | 'missing404';
  /**
   * Which tokens the lifecycle API lists, and knows by their ids: all that work in the organization, or those that were
   * made in it, as its text says (services.md 1.2).
   */
  patsList: 'all' | 'madeHere';
  /** `paged` pages when `pageRequestTimeStamp` is sent and is flat otherwise; the next two ignore what is asked. */
  listForm: 'paged' | 'flat' | 'bare' | 'missing404';
  /** Whether a list that is not of the paged form minds the page that is asked for all the same: not known. */
  pagesFlatList: boolean;
  /** The most rows in one page, whatever is asked. */
  pageCap: number;
  /** `nextRowNumber` of the last page. Its real value was not found. */
  lastPage: 'zero' | 'absent' | 'minusOne' | 'repeats';
  /** Whether a paged list hides the rows made after `pageRequestTimeStamp`: an assumption. */
  hidesRowsAfterTimeStamp: boolean;
  /** What a session-token revoke answers; programs accept both. */
  revokeStatus: 200 | 204;
  /** The longest lifetime, and what happens to a longer one. Both have been seen (services.md 1.3). */
  longestDays: number;
  overlong: 'refused' | 'clamped';
  /** Whether my-organizations leaves out the organization one asked through, as a recorded answer did. */
  omitsAskedOrganization: boolean;
  /** Whether connectionData answers the signed-out with 200 and the anonymous identity: an assumption. */
  publicProjects: boolean;
};

export function usualSwitches(): Switches {
  return {
    patsMode: 'refusedInvalidAccess403',
    patsList: 'all',
    listForm: 'paged',
    pagesFlatList: false,
    pageCap: 1000,
    lastPage: 'zero',
    hidesRowsAfterTimeStamp: true,
    revokeStatus: 200,
    longestDays: 365,
    overlong: 'refused',
    omitsAskedOrganization: false,
    publicProjects: false,
  };
}
