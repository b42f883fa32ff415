import '../../src/platform/jitless';
import { createServer } from '../../dev-server/create-server';
import { seedWith } from '../../dev-server/seed';
import { listingOf, SessionTokenPage } from '../../src/azure/wire';
import { ask } from '../dev-server-client';
import { openProduct } from './product';
import type { Row } from './report';
import { ratioOf } from './statistics';
import { evaluate, until } from './subject';

const PAGE = 'https://vssps.dev.azure.com/fabrikam/_apis/Token/SessionTokens?isPublic=false';

function timed(deed: () => unknown): number {
  const at = performance.now();
  deed();
  return performance.now() - at;
}

/** P11: the check of an answer with ten thousand rows, beside the parsing of its text. The engine is the browser's. */
export async function validation(rounds: number): Promise<Row[]> {
  const server = await createServer({
    seed: seedWith(10_000, Date.now()),
    switches: { listForm: 'flat', pageCap: 10_000 },
  });
  const { text } = await ask(server, `${PAGE}&api-version=7.1-preview.1`, { headers: { Cookie: server.signIn() } });
  await server.close();
  const [parsing, checking]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds + 3; round++) {
    let parsed: unknown;
    const parse = timed(() => {
      parsed = JSON.parse(text);
    });
    const check = timed(() => listingOf(SessionTokenPage.parse(parsed).sessionTokens));
    if (round < 3) continue; // the first ones warm up
    parsing.push(parse);
    checking.push(check);
  }
  const figure = ratioOf(checking, parsing);
  return [{ id: 'P11', what: 'check of a list answer of 10,000 / JSON.parse of it', figure, budget: 1.2 }];
}

/** The requests that a list of ten pages costs, one after the other and nothing else. */
const REQUESTS = `(async () => {
  const at = performance.now();
  const get = async (url) => (await fetch(url, { credentials: 'include' })).json();
  await get('https://dev.azure.com/fabrikam/_apis/connectionData?api-version=7.1-preview.1');
  for (let row = 1, page = 0; page < 10; page++) {
    const time = encodeURIComponent(new Date(Date.now() + 1000).toUTCString());
    const { nextRowNumber } = await get('${PAGE}&displayFilterOption=4&createdByOption=3&sortByOption=3&isSortAscending=false&startRowNumber=' + row + '&pageSize=100&pageRequestTimeStamp=' + time + '&api-version=7.1-preview.1');
    row = nextRowNumber;
  }
  return performance.now() - at;
})()`;

/** P12: from the opening of the popup until a list of ten pages is read anew. */
export async function tenPages(rounds: number): Promise<Row[]> {
  const product = await openProduct(1_000, { switches: { pageCap: 100 } });
  product.server.faults.set('slow', { seconds: 0.05 });
  const readAt = `chrome.storage.local.get('reading:${product.hostId}').then((all) => Object.values(all)[0]?.value?.snapshot?.readAt)`;
  const [ours, alone]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    const { targetId, sessionId } = await product.press();
    const isOpen = () =>
      evaluate<number | false>(product.pipe, sessionId, `location.protocol !== 'about:' && performance.timeOrigin`);
    const at = await until(isOpen, 'popup');
    const read = await until(async () => {
      const instant = await evaluate<number>(product.pipe, sessionId, readAt);
      return instant > at && instant;
    }, 'list of ten pages');
    ours.push(read - at);
    alone.push(await evaluate<number>(product.pipe, sessionId, REQUESTS));
    await product.closePopup(targetId);
  }
  await product.end();
  const figure = ratioOf(ours, alone);
  return [{ id: 'P12', what: '1,000 tokens over 10 pages of 50 ms / the requests alone', figure, budget: 1.3 }];
}
