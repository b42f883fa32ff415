import { expect, vi } from 'vitest';
import type { Row } from '../../src/ui/on-screen';
import { everyRow } from '../../src/ui/stores/readings';

/** The row of a token of that name, as the screens have it once they know of its list: after `load`. */
export const rowNamed = async (name: string): Promise<Row> =>
  await vi.waitFor(() => everyRow().find(({ token }) => token.name === name) ?? expect.fail(`${name} is not listed`));
