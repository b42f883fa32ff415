import { isActive } from '../../core/expiry';
import { knownScope } from '../../core/scopes/areas';
import { FULL_ACCESS } from '../../core/scopes/full-access';
import { gravestFirst } from '../../core/scopes/gravest';
import { inSequence, listInWords } from '../../platform/in-words/sequence';
import { message as m } from '../../platform/message';
import { plural } from '../../platform/words';
import type { Row } from '../on-screen';
import { deedInWords } from './scopes';

/** So many are told one by one: the gravest. */
const TOLD = 3;

function deeds(scopes: readonly string[]): string {
  const all = gravestFirst(scopes);
  if (all.length === 0) return m('thief_none');
  if (all.includes(FULL_ACCESS)) return m('thief_all');
  const told = listInWords(
    all.slice(0, TOLD).map((scope) => (knownScope(scope) ? deedInWords(scope) : m('thief_unknown', scope))),
  );
  const more = all.length - TOLD;
  return more > 0 ? plural('thief_can_more', more, told) : m('thief_can', told);
}

/** What somebody who has found the token could do with it, in a line. */
export function thiefInWords({ token, now }: Pick<Row, 'token' | 'now'>): string {
  if (!isActive(token, now)) return m('thief_over');
  const isEverywhere = token.scopes.length > 0 && (token.organizationIds === null || token.inAllCollections === true);
  const where = m(token.organizationIds === null ? 'thief_everywhere' : 'thief_all_collections');
  return inSequence(deeds(token.scopes), isEverywhere ? where : '');
}
