import { isFullAccess } from '../../../core/scopes/full-access';
import { message as m } from '../../../platform/message';
import { TextField } from '../fields/field';

/** The same words by whatever keyboard: a language may write them with capitals, in letters of full width, or with a blank that many leave out. */
const plain = (text: string) => text.normalize('NFKC').replace(/\s/g, '').toLowerCase();

/** Whether full access, where it is asked for, was typed out too: no one should get it by a slip of the mouse. */
export function isMeant(scopes: string[], typed: string): boolean {
  return !scopes.some(isFullAccess) || plain(typed) === plain(m('full_access_word'));
}

type Props = { typed: string; fault?: string | null; onType: (typed: string) => void };

export function FullAccessCheck({ typed, fault = null, onType }: Props) {
  const label = m('full_access_type', m('full_access_word'));
  return <TextField label={label} value={typed} fault={fault} onInput={onType} />;
}
