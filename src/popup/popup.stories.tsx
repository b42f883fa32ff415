import { screens } from '../../gallery/story';
import { Popup } from './popup';
import { whole } from './whole';

export const stories = screens('popup', {
  'after the installation': () => <Popup first={null} whole={whole} />,
});
