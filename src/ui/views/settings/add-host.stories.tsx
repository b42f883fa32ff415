import { After, fill } from '../../../../gallery/deeds';
import { nothing, screens } from '../../../../gallery/story';
import { AddHost, AddressForm } from './add-host';

export const stories = screens('popup', {
  'the first': () => <AddHost busy={false} onAdd={nothing} />,
  'one more': () => <AddHost busy={false} onAdd={nothing} onBack={nothing} />,
  'while it is added': () => <AddHost busy onAdd={nothing} onBack={nothing} />,
  'a long address': () => (
    <After deeds={[fill('address', `https://${'tfs.'.repeat(60)}example/tfs/DefaultCollection`)]}>
      <AddHost busy={false} onAdd={nothing} />
    </After>
  ),
  'the field alone': () => (
    <section>
      <h1>Address</h1>
      <AddressForm busy={false} onAdd={nothing} />
    </section>
  ),
});
