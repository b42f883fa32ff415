import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { message as m } from '../../../platform/message';
import { stories } from './clean-up.stories';

test.each([
  ['empty', true],
  ['never read', false],
  ['reading', false],
])('that nothing is worth ending is said where all lists are known: %s', (name, isSaid) => {
  const show = stories.shown[name] ?? expect.fail('it is there');
  expect(renderToString(show()).includes(m('clean_up_none'))).toBe(isSaid);
});
