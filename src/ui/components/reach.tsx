import { inCatalogueOrder } from '../../core/scopes/areas';
import { isFullAccess } from '../../core/scopes/full-access';
import { foldScopes, isHighPrivilege } from '../../core/scopes/reach';
import { listInWords } from '../../platform/in-words/sequence';
import { message as m } from '../../platform/message';
import { deedInWords } from '../words/scopes';

/** What a token with these scopes will be able to do, in words and in ids: it stands beside the button that makes it so. */
export function Reach({ scopes }: { scopes: string[] }) {
  if (scopes.length === 0) return <p class="reach hint">{m('no_scopes_chosen')}</p>;
  if (scopes.some(isFullAccess))
    return (
      <p class="reach fault" aria-live="polite">
        {m('full_access_explain')}
      </p>
    );
  return (
    <div class="reach">
      <p class="reach-deeds" aria-live="polite">
        {m('can_do', listInWords(inCatalogueOrder(scopes).map(deedInWords)))}
      </p>
      {isHighPrivilege(scopes) && <p class="warning">{m('high_privilege')}</p>}
      <p class="reach-ids">{foldScopes(scopes).join(' ')}</p>
    </div>
  );
}
