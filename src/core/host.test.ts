import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { CONTOSO, SERVER } from '../../gallery/fixtures/hosts';
import { KnownHost } from './host';

test.each([
  ['', CONTOSO],
  ['contoso', CONTOSO],
  ['services:', CONTOSO],
  [SERVER.id, CONTOSO],
  [CONTOSO.id, SERVER],
])('under the id "%s" it is not a host that can be known again', (id, host) => {
  expect(z.safeParse(KnownHost, host).success).toBe(true);
  expect(z.safeParse(KnownHost, { ...host, id }).success).toBe(false);
});
