import { screens } from '../../gallery/story';
import { Popup } from './popup';

export const stories = screens('popup', {
  'after the installation': () => <Popup />,
});
