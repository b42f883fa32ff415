import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { MINUTE } from '../../../core/duration';
import type { KnownHost } from '../../../core/host';
import { grantedOtherwise, type Minted } from '../../../core/minting/minted';
import type { HandOver } from '../../../core/recipes/hand-over';
import type { SnippetPart } from '../../../core/recipes/snippet';
import { message as m } from '../../../platform/message';
import { ClipboardLine } from '../../components/clipboard-line';
import { Name } from '../../components/name';
import { Screen } from '../../components/screen';
import { later } from '../../later';
import type { Tested } from '../../on-screen';
import { scopesInWords } from '../../words/scopes';
import { expiryInWords, nameOf } from '../../words/text';
import { dateInWords } from '../../words/when';
import { MadeFor } from './made-for';
import { TestToken } from './test-token';
import './created.css';

/** As long as any secret looks, so that its length is not told either. */
const MASK = '•'.repeat(32);

/** A secret that was left on the screen is hidden again. */
const SHOWN_AT_MOST = MINUTE;

/** What the server made of the request, where it is not what was asked. */
function Granted({ minted }: { minted: Minted }) {
  const { token, asked } = minted;
  const differs = grantedOtherwise(minted);
  if (!differs.expiry && !differs.scopes) return null;
  return (
    <section class="notice-card">
      <p>{m('granted_otherwise')}</p>
      <ul>
        {differs.expiry && <li>{m('granted_expiry', dateInWords(asked.expiresAt), dateInWords(token.expiresAt))}</li>}
        {differs.scopes && <li>{m('granted_scopes', scopesInWords(asked.scopes), scopesInWords(token.scopes))}</li>}
      </ul>
    </section>
  );
}

function SecretField({ minted }: { minted: Minted }) {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    if (!shown) return;
    const hide = () => setShown(false);
    const timer = setTimeout(hide, SHOWN_AT_MOST);
    window.addEventListener('blur', hide);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('blur', hide);
    };
  }, [shown]);
  return (
    <div class="secret">
      <input
        type="text"
        readOnly
        aria-label={m('token')}
        autocomplete="off"
        spellcheck={false}
        value={shown ? minted.secret.reveal() : MASK}
      />
      <button type="button" onClick={() => setShown(!shown)}>
        {m(shown ? 'hide_token' : 'show_token')}
      </button>
    </div>
  );
}

const UseWith = later(async () => (await import('./use-with')).UseWith);

type Props = {
  minted: Minted;
  /** Where the token was made, and who is signed in there. */
  host: KnownHost | null;
  /** The name of the token whose place this one takes. */
  replaces: string | null;
  /** Where another new token comes after this one. */
  next: string | null;
  now: number;
  onClipboard: { failed: boolean; seconds: number } | null;
  onCopy: () => void;
  onCopySnippet: (parts: SnippetPart[]) => void;
  onRecall: (host: KnownHost) => Promise<HandOver>;
  onRemember: (host: KnownHost, handOver: HandOver) => Promise<void>;
  onClearClipboard: () => void;
  onDismissClipboard: () => void;
  onTest: () => Promise<Tested>;
  /** Revokes it, where it is somebody else's. */
  onRevoke: () => void;
  onDone: () => void;
};

export function Created(props: Props) {
  const { minted, host, now, onCopy, onDone } = props;
  const copy = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => copy.current?.focus(), []);
  const { token } = minted;
  return (
    <Screen
      title={m('token_created')}
      sub={host?.identity && m('signed_in_as', host.identity.name)}
      foot={
        <>
          <ClipboardLine
            onClipboard={props.onClipboard}
            onClear={props.onClearClipboard}
            onDismiss={props.onDismissClipboard}
          />
          <div class="buttons">
            <button type="button" class="primary" ref={copy} onClick={onCopy}>
              {m('copy_token')}
            </button>
            <button type="button" onClick={onDone}>
              {m('done')}
            </button>
          </div>
        </>
      }
    >
      <div>
        <p class="token-name">
          <Name of={nameOf(token)} />
        </p>
        {host && (
          <p class="token-detail">
            <Name of={host.name} />
          </p>
        )}
        <p class="token-detail">{scopesInWords(token.scopes)}</p>
        <p class="token-detail">{expiryInWords(token, now)}</p>
        {props.replaces !== null && <p class="token-detail">{m('replaces', nameOf({ name: props.replaces }))}</p>}
      </div>
      <MadeFor minted={minted} onRevoke={props.onRevoke} />
      <SecretField minted={minted} />
      <Granted minted={minted} />
      {host && <TestToken onTest={props.onTest} />}
      <p>{m('created_once')}</p>
      {props.next !== null && <p>{m('rotation_next', props.next)}</p>}
      {host && <UseWith {...props} host={host} scopes={token.scopes} />}
    </Screen>
  );
}
