import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { KnownHost } from '../../../core/host';
import type { Minted } from '../../../core/minting/minted';
import type { HandOver } from '../../../core/recipes/hand-over';
import { hasSecret, type SnippetPart } from '../../../core/recipes/snippet';
import { nameOf } from '../../../platform/in-words/people';
import { scopesInWords } from '../../../platform/in-words/scopes';
import { message as m } from '../../../platform/message';
import { ClipboardLine } from '../../components/clipboard-line';
import { Screen } from '../../components/frames/screen';
import { Name } from '../../components/name';
import { later } from '../../later';
import type { Tested } from '../../on-screen';
import { expiryInWords } from '../../words/standing';
import { Granted } from './granted';
import { MadeFor } from './made-for';
import { SecretField } from './secret-field';
import { TestToken } from './test-token';
import './created.css';

const UseWith = later(
  () => import('./use-with'),
  ({ UseWith }) => UseWith,
);

type Props = {
  minted: Minted;
  /** Where the token was made, and who is signed in there. */
  host: KnownHost | null;
  /** The name of the token whose place this one takes. */
  replaces: string | null;
  /** Where another new token comes after this one. */
  next: string | null;
  now: number;
  /** Ids of the recipes that an administrator lets be shown, if one has decided that. */
  shown?: readonly string[] | undefined;
  /** A secret on the clipboard: this token's, or that of another one. */
  onClipboard: { failed: boolean; seconds: number; isThis: boolean } | null;
  /** Answers whether it is on the clipboard. */
  onCopy: () => Promise<boolean>;
  onCopySnippet: (parts: SnippetPart[]) => Promise<boolean>;
  onRecall: (host: KnownHost) => Promise<HandOver>;
  onRemember: (host: KnownHost, handOver: HandOver) => Promise<void>;
  onClearClipboard: () => void;
  onDismissClipboard: () => void;
  /** `atRoot`: where the chosen recipe signs in, see there. */
  onTest: (atRoot: boolean) => Promise<Tested>;
  /** Asks whether to revoke it, where nothing else takes it back. */
  onAskRevoke: (() => void) | null;
  /** Revokes it, where it is somebody else's. */
  onRevoke: () => void;
  onDone: () => void;
};

/** What was made. */
function Made({ minted, replaces, now }: Pick<Props, 'minted' | 'replaces' | 'now'>) {
  const { token } = minted;
  return (
    <div>
      <p class="token-name">
        <Name of={nameOf(token)} />
      </p>
      <p class="made-detail">
        <span>{scopesInWords(token.scopes)}</span>
        <span>{expiryInWords(token, now)}</span>
      </p>
      {replaces !== null && <p class="token-detail">{m('replaces', nameOf({ name: replaces }))}</p>}
    </div>
  );
}

/** That it was copied, and for how long it stays there; of another one only what nobody must overlook. */
function AfterCopy({
  copied,
  ...props
}: Pick<Props, 'onClipboard' | 'onClearClipboard' | 'onDismissClipboard'> & { copied: boolean }) {
  const onClipboard = props.onClipboard?.isThis || props.onClipboard?.failed ? props.onClipboard : null;
  return (
    <div class={onClipboard?.failed ? 'after-copy failed' : 'after-copy'}>
      <p role="status" class="copied">
        {copied && m('copied')}
      </p>
      <ClipboardLine onClipboard={onClipboard} onClear={props.onClearClipboard} onDismiss={props.onDismissClipboard} />
    </div>
  );
}

function Deeds({
  taken,
  atRoot,
  host,
  minted,
  onTest,
  onAskRevoke,
  onDone,
}: Props & { taken: boolean; atRoot: boolean }) {
  return (
    <div class="created-foot">
      {host && <TestToken atRoot={atRoot} onTest={onTest} />}
      {onAskRevoke && !minted.madeFor && (
        <button type="button" class="quiet to-danger" onClick={onAskRevoke}>
          {m('revoke')}
        </button>
      )}
      <button type="button" class={taken ? 'primary at-end' : 'at-end'} onClick={onDone}>
        {m('done')}
      </button>
    </div>
  );
}

export function Created(props: Props) {
  const { minted, host } = props;
  const copy = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => copy.current?.focus(), []);
  /** What was copied last is on the clipboard, and alone says so. */
  const [copied, setCopied] = useState<'token' | 'snippet' | null>(null);
  const [wasTaken, setTaken] = useState(false);
  const [atRoot, setAtRoot] = useState(false);
  const taken = wasTaken || props.onClipboard?.isThis === true;
  const isCopied = (what: 'token' | 'snippet', withSecret: boolean) => {
    setCopied(what);
    if (withSecret) setTaken(true);
  };
  const copyToken = async () => {
    if (await props.onCopy()) isCopied('token', true);
  };
  const copySnippet = async (parts: SnippetPart[]) => {
    const done = await props.onCopySnippet(parts);
    if (done) isCopied('snippet', hasSecret(parts));
    return done;
  };
  const { madeFor, identityId = host?.identity?.id } = minted;
  // Who has signed in since is nobody to name over another one's token.
  const identity = madeFor || identityId === host?.identity?.id ? host?.identity : null;
  return (
    <Screen
      title={m('token_created')}
      mark="check"
      sub={
        host && (
          <>
            {identity && <span>{m('signed_in_as', identity.name)}</span>}
            {identity && ' · '}
            <Name of={host.name} />
          </>
        )
      }
      foot={<Deeds {...props} taken={taken} atRoot={atRoot} />}
    >
      <Made {...props} />
      <MadeFor minted={minted} onRevoke={props.onRevoke} />
      <SecretField minted={minted} taken={taken} copied={copied === 'token'} copy={copy} onCopy={copyToken} />
      <AfterCopy {...props} copied={copied === 'token'} />
      <Granted minted={minted} />
      <p class="hint">{props.next === null ? m('created_once') : m('rotation_next', props.next)}</p>
      {host && (
        <UseWith
          {...props}
          host={host}
          scopes={minted.token.scopes}
          onRecipe={(recipe) => setAtRoot(recipe?.atRoot ?? false)}
          isLast={copied !== 'token'}
          onCopySnippet={copySnippet}
        />
      )}
    </Screen>
  );
}
