import { nothing, screens } from '../../../gallery/story';
import { message as m } from '../../platform/message';
import { NoStorage } from './no-storage';

export const stories = screens('popup', {
  'nothing can be read': () => <NoStorage said="" onAgain={nothing} onCopy={nothing} onErase={nothing} />,
  copied: () => <NoStorage said={m('copied')} onAgain={nothing} onCopy={nothing} onErase={nothing} />,
});
