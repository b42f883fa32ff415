import { STRANGE_NAMES } from '../../../../gallery/fixtures/names';
import { nothing, parts } from '../../../../gallery/story';
import { commandText } from '../../words/commands';
import { NOTHING } from './early';
import { type Command, Palette } from './palette';

const COMMANDS: Omit<Command, 'id' | 'choose'>[] = [
  { label: 'New token', icon: 'plus' },
  { label: 'Overview', icon: 'clock' },
  { label: 'Revoke all tokens…', icon: 'revoke', isDanger: true },
  { label: 'Settings', icon: 'settings' },
  { label: 'Show nightly-build', icon: 'next', where: 'fabrikam' },
  { label: 'Rotate nightly-build…', icon: 'refresh', where: 'fabrikam' },
  { label: 'Revoke nightly-build…', icon: 'revoke', where: 'fabrikam', isDanger: true },
  { label: 'New token: Push code in tfs.corp.example:8080/tfs/DefaultCollection', icon: 'plus' },
  {
    label: 'Show Git: https://dev.azure.com/fabrikam on WS-0147',
    icon: 'next',
    where: 'tfs.corp.example:8080/tfs/DefaultCollection',
  },
];
const LONG = Object.values(STRANGE_NAMES).map(
  (name) => ({ label: commandText('show', { name }), icon: 'next', where: 'contoso' }) as const,
);

const found = (all: Omit<Command, 'id' | 'choose'>[]) => () =>
  all.map((each, id) => ({ ...each, id: `${id}`, choose: nothing }));

const all = { isWhole: true, early: NOTHING, onClose: nothing };

export const stories = parts('popup', {
  'what there is to do': () => <Palette find={found(COMMANDS)} {...all} />,
  'strange names': () => <Palette find={found(LONG)} {...all} />,
  'nothing found': () => <Palette find={found([])} {...all} />,
});
