import { STRANGE_NAMES } from '../../../../gallery/fixtures/names';
import { nothing, parts } from '../../../../gallery/story';
import { message as m } from '../../../platform/message';
import { TextField } from '../fields/field';
import { Confirm } from './confirm';
import { Dialog } from './dialog';
import { PageHead } from './page-head';
import { Foot, Screen } from './screen';
import { Title } from './title';

const long = STRANGE_NAMES['255 characters in a word'];
const words = STRANGE_NAMES['255 characters in words'];

export const stories = parts('popup', {
  'a question': () => (
    <Confirm question={long} explanation={words} deed={words} onConfirm={nothing} onCancel={nothing} />
  ),
  'a dialog with a fault': () => (
    <Dialog title={words} deed={m('save')} fault={words} onSubmit={nothing} onCancel={nothing}>
      <TextField label={m('name')} value={long} onInput={nothing} />
    </Dialog>
  ),
  'a screen': () => (
    <Screen
      title={long}
      sub={words}
      onBack={nothing}
      foot={<button type="submit">{m('save')}</button>}
      onSubmit={nothing}
    >
      <p>{words}</p>
    </Screen>
  ),
  'a title and a foot alone': () => (
    <>
      <Title>{words}</Title>
      <Foot>{words}</Foot>
    </>
  ),
  'links to pages': () => (
    <PageHead
      links={[
        { view: 'overview', label: 'overview' },
        { view: 'history', label: 'history' },
      ]}
      at="history"
    />
  ),
});
