import { After, fill } from '../../../../gallery/deeds';
import { nothing, screens } from '../../../../gallery/story';
import { AddHost, AddressForm, FirstRun } from './add-host';
import { Waiting } from './waiting';

const address = `https://${'tfs.'.repeat(20)}example/tfs/DefaultCollection`;
const PENDING = { address, signInUrl: address };

export const stories = screens('popup', {
  'the first': () => <FirstRun busy={false} hasOffer={false} onAdd={nothing} onOpen={nothing} />,
  'the first, of an open page': () => (
    <FirstRun busy={false} hasOffer onAdd={nothing} onOpen={nothing}>
      <section class="notice-card">
        <p>This page may belong to an organization.</p>
        <button type="button">Add dev.azure.com</button>
      </section>
    </FirstRun>
  ),
  'one more': () => <AddHost busy={false} onAdd={nothing} onBack={nothing} />,
  'while it is added': () => <AddHost busy onAdd={nothing} onBack={nothing} />,
  'a long address': () => (
    <After deeds={[fill('address', `https://${'tfs.'.repeat(60)}example/tfs/DefaultCollection`)]}>
      <AddHost busy={false} onAdd={nothing} />
    </After>
  ),
  'while it waits for a sign-in': () => (
    <AddHost busy={false} onAdd={nothing} onBack={nothing}>
      <Waiting pending={PENDING} onOpen={nothing} onLook={nothing} onStop={nothing} />
    </AddHost>
  ),
  'the field alone': () => (
    <section>
      <h1>Address</h1>
      <AddressForm busy={false} onAdd={nothing} />
    </section>
  ),
});
