import { limitsAt } from '../src/core/minting/expectation';
import { OTHER_WAYS } from '../src/core/purposes/other-ways';
import { TokenId } from '../src/core/token';
import { Create } from '../src/ui/views/create/create';
import { Created } from '../src/ui/views/created/created';
import { Details } from '../src/ui/views/details/details';
import { Home } from '../src/ui/views/home/home';
import { After, fill, press } from './deeds';
import { homeProps } from './fixtures/home';
import { FABRIKAM, PAUL, shown } from './fixtures/hosts';
import { minted } from './fixtures/minted';
import { NOW } from './fixtures/now';
import { PURPOSES } from './fixtures/purposes';
import { AT_FABRIKAM } from './fixtures/showcase';
import { EXPIRING, row, rows } from './fixtures/tokens';
import { nothing, screens } from './story';

const handedOver = { recipe: 'git-helper', fields: { project: 'Fabrikam', repository: 'webshop' } };

const known = { ...EXPIRING, id: TokenId.parse('7d5e0c1a-93b4-4f27-8a66-2c1f0b9e4d85') };

/** The popup in the pictures of docs/screenshots. */
export const stories = screens('popup', {
  home: () => <Home {...homeProps({ shown: [shown(FABRIKAM, AT_FABRIKAM)], rows: rows(AT_FABRIKAM) })} />,
  'token created': () => (
    <After deeds={[press('copy_token')]}>
      <Created
        minted={minted()}
        host={FABRIKAM}
        replaces={null}
        next={null}
        now={NOW}
        onClipboard={{ failed: false, seconds: 58, isThis: true }}
        onCopy={async () => true}
        onCopySnippet={async () => true}
        onRecall={async () => handedOver}
        onRemember={async () => undefined}
        onClearClipboard={nothing}
        onDismissClipboard={nothing}
        onTest={async () => ({ good: true, text: '' })}
        onAskRevoke={nothing}
        onRevoke={nothing}
        onDone={nothing}
      />
    </After>
  ),
  'new token': () => (
    <After deeds={[fill('name', 'Push code 2026-11-26 6rvk7')]}>
      <Create
        hosts={[FABRIKAM]}
        host={FABRIKAM}
        tokens={AT_FABRIKAM}
        refused={null}
        template={null}
        unsent={null}
        useKeeping={nothing}
        first={PURPOSES[1] ?? null}
        purposes={PURPOSES}
        note=""
        limits={limitsAt(null, PAUL.id, NOW)}
        failure={null}
        silenced={OTHER_WAYS}
        onSilence={nothing}
        busy={false}
        localNow={NOW}
        onChoose={nothing}
        onCreate={nothing}
        onCancel={nothing}
        onRefresh={nothing}
        onOpen={nothing}
        onAllow={nothing}
      />
    </After>
  ),
  'token details': () => (
    <Details row={row(known)} rotation={null} own={[]} onCopyId={nothing} onAct={nothing} onBack={nothing} />
  ),
});
