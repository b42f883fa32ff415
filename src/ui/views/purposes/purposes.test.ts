import { type ComponentProps, h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { expect, test, vi } from 'vitest';
import { nothing } from '../../../../gallery/story';
import { given } from '../../../../test/given';
import { FULL_ACCESS } from '../../../core/scopes/full-access';
import { message as m } from '../../../platform/message';
import type { Dialog } from '../../components/frames/dialog';
import { ConfirmImport } from './confirm-import';
import { PurposeForm } from './purpose-form';

const mine = { id: 'mine', name: 'Wiki bot', days: 7 };

test.each([
  ['full access, without the word that is typed for it, is not kept', [FULL_ACCESS], false],
  ['no scope at all is not', [], false],
  ['other scopes is', ['vso.wiki'], true],
])('a purpose with %s', async (_, scopes, isKept) => {
  const onSave = vi.fn(async () => null);
  const purpose = { ...mine, scopes };
  const form = h(PurposeForm, { purpose, isNameTaken: () => false, onSave, onCancel: nothing });
  await given<ComponentProps<typeof Dialog>>(form, 'deed').onSubmit();
  expect(onSave.mock.calls).toEqual(isKept ? [[purpose]] : []);
});

test('of what a file brings all scopes are shown, and which of it may manage', () => {
  const changes = [
    { name: 'Wiki bot', scopes: ['vso.wiki'], days: 7 },
    { name: 'Feeds', scopes: ['vso.code', 'vso.packaging_manage'], days: 30 },
  ].map((each) => ({ ...each, pinned: false }));
  const seen = renderToString(
    h(ConfirmImport, { imported: { changes } as never, onKeep: nothing, onCancel: nothing }), // as much of it as is shown
  );
  const [, wiki = '', feeds = ''] = seen.split('<li>');
  expect(wiki).toContain('vso.wiki');
  expect(wiki).not.toContain(m('import_manages'));
  expect(feeds).toContain('vso.code vso.packaging_manage');
  expect(feeds).toContain(m('import_manages'));
});
