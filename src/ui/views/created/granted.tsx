import { grantedOtherwise, type Minted } from '../../../core/minting/minted';
import { scopesInWords } from '../../../platform/in-words/scopes';
import { message as m } from '../../../platform/message';
import { Icon } from '../../components/icon';
import { dateInWords, dayInWords } from '../../words/when';

function endSentence({ token, asked }: Minted): string {
  const { expiresAt: end } = token;
  const isShorter = end !== null && end < asked.expiresAt;
  // On one day only the hours tell them apart.
  const words = dayInWords(end) === dayInWords(asked.expiresAt) ? dateInWords : dayInWords;
  return m(isShorter ? 'granted_shorter' : 'granted_longer', words(end), words(asked.expiresAt));
}

/** What the server made of the request, where it is not what was asked. */
export function Granted({ minted }: { minted: Minted }) {
  const { token, asked } = minted;
  const differs = grantedOtherwise(minted);
  if (!differs.expiry && !differs.scopes) return null;
  return (
    <div class="granted">
      <Icon name="alert" />
      <div>
        {differs.expiry && <p>{endSentence(minted)}</p>}
        {differs.scopes && <p>{m('granted_scopes', scopesInWords(token.scopes), scopesInWords(asked.scopes))}</p>}
      </div>
    </div>
  );
}
