import { type Deed as Done, type Findable, findable, search, wordsOf } from '../../core/commands/search';
import type { KnownHost } from '../../core/host';
import { tokenPageOf } from '../../core/hosts/token-page';
import { keyOf } from '../../core/names/token-key';
import { byUrgencyThenEnd } from '../../core/overview/urgency';
import type { Purpose } from '../../core/purposes/purpose';
import { allPurposes, servesOn } from '../../core/purposes/purposes';
import { productOf } from '../../core/scopes/product';
import { nameOf } from '../../platform/in-words/people';
import { named } from '../../platform/in-words/purposes';
import { scopeInWords } from '../../platform/in-words/scopes';
import { message as m } from '../../platform/message';
import { perLanguage } from '../../platform/words';
import type { Row } from '../on-screen';
import { actionIcons } from '../row-menu';
import { computedInWords } from '../spoken';
import { hosts } from '../stores/hosts';
import { purposes } from '../stores/purposes';
import { everyRow } from '../stores/readings';
import { actionsOf } from '../token-menu';
import type { Command } from '../views/palette/palette';
import { commandText, type Deed, deedWords } from '../words/commands';

/** What a new token begins with. */
export type FilledIn = { purpose: Purpose; host: KnownHost };

/** What the palette opens, in the popup or in a tab. */
export type Doors = {
  view: (word: string) => void;
  settings: () => void;
  addHost: () => void;
  page: (address: string) => void;
  newToken: (filledIn?: FilledIn) => void;
  deed: (deed: Deed, row: Row) => void;
};

/** As many lines as anybody looks through. */
const AT_MOST = 50;

const DEEDS: readonly Deed[] = ['show', 'rotate', 'extend', 'edit', 'replace', 'duplicate', 'revoke'];
const icons = { ...actionIcons, show: 'next' } as const;

/** The words of each scope, asked for once: thousands of tokens have the same few. */
const scopeWords = perLanguage(() => new Map<string, string>());

function wordsOfScope(scope: string): string {
  const known = scopeWords().get(scope) ?? `${scope} ${scopeInWords(scope)}`;
  scopeWords().set(scope, known);
  return known;
}

const findableRow = (row: Row) =>
  findable(row, row.token.name, `${row.host.name} ${row.token.scopes.map(wordsOfScope).join(' ')}`);

/** The tokens of all organizations, those that need somebody first. */
export const findableTokens = computedInWords(() => everyRow().toSorted(byUrgencyThenEnd).map(findableRow));

const tokenDeeds = (): Done<Row, Deed>[] =>
  DEEDS.map((deed) => ({
    deed,
    words: deedWords(deed),
    can: (row) => deed === 'show' || actionsOf(row).includes(deed),
  }));

function tokenCommand({ deed, of }: { deed: Deed; of: Row }, doors: Doors): Command {
  const { token, host } = of;
  return {
    id: `${deed} ${keyOf(token, host)}`,
    label: commandText(deed, token),
    icon: icons[deed],
    where: nameOf(host),
    isDanger: deed === 'revoke',
    choose: () => doors.deed(deed, of),
  };
}

/** What is always there. */
function fixed(doors: Doors): Command[] {
  const plain: Omit<Command, 'id'>[] = [
    ...(hosts.value.length > 0
      ? [{ label: m('new_token'), icon: 'plus', choose: () => doors.newToken() } as const]
      : []),
    { label: m('overview'), icon: 'clock', choose: () => doors.view('overview') },
    { label: m('clean_up'), icon: 'check', choose: () => doors.view('clean-up') },
    { label: m('revoke_all_item'), icon: 'revoke', isDanger: true, choose: () => doors.view('revoke-all') },
    { label: m('purposes'), icon: 'pin', choose: () => doors.view('purposes') },
    { label: m('doctor'), icon: 'search', choose: () => doors.view('doctor') },
    { label: m('history'), icon: 'list', choose: () => doors.view('history') },
    { label: m('settings'), icon: 'settings', choose: doors.settings },
    { label: m('add_host_option'), icon: 'globe', choose: doors.addHost },
  ];
  return plain.map((each) => ({ ...each, id: each.label }));
}

/** What is only found: the token page of each organization, and each purpose in each of them. */
function further(doors: Doors): Command[] {
  const all = allPurposes(purposes.value);
  return hosts.value.flatMap((host) => [
    ...all.filter(servesOn(productOf(host))).map((preset): Command => {
      const purpose = named(preset);
      const label = m('command_new_token', nameOf(purpose), nameOf(host));
      const choose = () => doors.newToken({ purpose, host });
      return { id: `new ${purpose.id} ${host.id}`, label, icon: 'plus', choose };
    }),
    {
      id: `page ${host.id}`,
      label: m('command_token_page', nameOf(host)),
      icon: 'external',
      choose: () => doors.page(tokenPageOf(host)),
    },
  ]);
}

const found = (commands: Command[]): Findable<Command>[] => commands.map((each) => findable(each, each.label, ''));

const CHOSEN: readonly Done<Command, null>[] = [{ deed: null, words: [], can: () => true }];

/** Finds among commands and these tokens, by what is typed. */
export function finderOf(doors: Doors, tokens: readonly Findable<Row>[]): (typed: string) => Command[] {
  const [always, onlyFound] = [found(fixed(doors)), found(further(doors))];
  const deeds = tokenDeeds();
  return (typed) => {
    const wanted = { typed, atMost: AT_MOST };
    const commands = search(wordsOf(typed).length === 0 ? always : [...always, ...onlyFound], CHOSEN, wanted);
    const ofTokens = search(tokens, deeds, wanted);
    const best = [...commands, ...ofTokens].sort((a, b) => a.rank - b.rank).slice(0, AT_MOST);
    return best.map((each) => (each.deed === null ? each.of : tokenCommand(each, doors)));
  };
}
