import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type * as z from 'zod/mini';
import { refusalIn } from '../src/azure/refusal';
import * as services from '../src/azure/services/wire';
import * as shared from '../src/azure/wire';
import { replies, SAMPLES } from './sample';
import { isThorough } from './thorough';

const wire = { ...services, ...shared };

const RUNS = isThorough ? 10_000 : 1_500;

type Body = { body: unknown; schema: z.ZodMiniType };

/** The documented answers that a schema is for, as they are found in the samples. */
function bodiesFor(name: string, schema: z.ZodMiniType): Body[] {
  return readdirSync(SAMPLES)
    .filter((file) => file.includes(name))
    .flatMap(replies)
    .map(({ body }) => ({ body, schema }));
}

const documented = {
  'session token pages': bodiesFor('sessiontokens-list', wire.SessionTokenPage),
  'a created session token': bodiesFor('sessiontokens-create-compact', wire.Created),
  'lifecycle pages': bodiesFor('pats-list', wire.LifecyclePage),
  'lifecycle results': bodiesFor('pats-create', wire.LifecycleResult),
  'provider answers': bodiesFor('hierarchyquery', wire.ProviderAnswer),
  'connection data': bodiesFor('connectiondata', wire.ConnectionData),
};

/** What a server, a proxy or an enemy may put in the place of a value. */
const rubbish = fc.oneof(
  fc.constantFrom(null, true, 0, -1, 1e308, '', '\u0000', '\ud800', '0001-01-01T00:00:00', '/Date(9e99)/', [], {}),
  fc.string(),
  fc.constant(JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}')),
  fc.jsonValue({ maxDepth: 3 }),
);

/** The places of a value: each way from the top to something in it. */
function places(value: unknown, here: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [here];
  return [here, ...Object.entries(value).flatMap(([key, inner]) => places(inner, [...here, key]))];
}

/** A copy of `value` with something else in one place, or nothing where `instead` is undefined. */
function changed(value: unknown, [key, ...rest]: string[], instead: unknown): unknown {
  if (key === undefined) return instead;
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<string, unknown>;
  copy[key] = changed(copy[key], rest, instead);
  return copy;
}

function mutated({ body }: Body) {
  return fc
    .tuple(fc.constantFrom(...places(body)), fc.option(rubbish, { nil: undefined }))
    .map(([place, instead]) => JSON.parse(JSON.stringify(changed(body, place, instead)) ?? 'null') as unknown);
}

function rowsIn(read: unknown): unknown[] | undefined {
  const rows = read as { sessionTokens?: unknown[]; patTokens?: unknown[] };
  return rows.sessionTokens ?? rows.patTokens;
}

describe.each(Object.entries(documented))('%s, changed in one place', (_, bodies) => {
  test('are a value or a misfit, and never an exception', () => {
    const cases = fc.constantFrom(...bodies).chain((each) => fc.tuple(fc.constant(each.schema), mutated(each)));
    fc.assert(
      fc.property(cases, ([schema, body]) => {
        const read = schema.safeParse(body);
        const rows = read.success ? rowsIn(read.data) : undefined;
        for (const { expiresAt, scopes } of rows ? wire.listingOf(rows).tokens : []) {
          expect(expiresAt === null || Number.isFinite(expiresAt)).toBe(true);
          expect(scopes.every((scope) => scope !== '')).toBe(true);
        }
        expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
      }),
      { numRuns: RUNS },
    );
  });
});

test('whatever comes with whatever status is refused or not, and never an exception', () => {
  const answers = fc.record({
    status: fc.constantFrom(0, 200, 201, 203, 204, 302, 400, 401, 403, 404, 409, 429, 500, 503),
    redirected: fc.boolean(),
    isJson: fc.boolean(),
    json: rubbish,
    after: fc.string().filter((text) => /^[\t\x20-\x7e]*$/.test(text)),
  });
  fc.assert(
    fc.property(answers, ({ after, ...answer }) => {
      const headers = new Headers({ 'Retry-After': after });
      const refusal = refusalIn({ ...answer, headers, text: JSON.stringify(answer.json) }, '');
      const fine = answer.status >= 200 && answer.status < 300 && answer.status !== 203 && !answer.redirected;
      if (!fine) expect(refusal).toBeDefined();
    }),
    { numRuns: RUNS },
  );
});
