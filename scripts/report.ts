/** What a step should have brought about, and what it did instead. */
class Mismatch extends Error {
  constructor(
    readonly expected: string,
    readonly seen: string,
  ) {
    super(`expected ${expected}, seen ${seen}`);
  }
}

/** Stops the step it stands in unless `holds`. */
export function check(holds: boolean, expected: string, seen: string): asserts holds {
  if (!holds) throw new Mismatch(expected, seen);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: Playwright's messages have terminal colours, which begin with the escape character.
const COLOURS = /\u001b\[[0-9;]*m/g;

function firstLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.replace(COLOURS, '').split('\n').slice(0, 1).join('');
}

export type Step = <T>(title: string, deed: () => Promise<T>) => Promise<T>;

/**
 * Numbers the steps of a run and prints a line for each. A title says what is true afterwards. A step that fails is
 * reported with what `look` sees at that moment, and ends the run, since the later ones need it.
 */
export function createReport(print: (line: string) => void, look: () => Promise<string>): Step {
  let count = 0;

  async function explain(title: string, error: unknown): Promise<void> {
    const expected = error instanceof Mismatch ? error.expected : title;
    const seen = error instanceof Mismatch ? error.seen : `${firstLine(error)} ${await look()}`;
    print(`FAILED  ${count}  ${title}`);
    print(`  expected: ${expected}`);
    print(`  seen:     ${seen.trim()}`);
  }

  return async (title, deed) => {
    count += 1;
    try {
      const result = await deed();
      print(`ok  ${String(count).padStart(2)}  ${title}`);
      return result;
    } catch (error) {
      await explain(title, error);
      throw new StepFailed(title, { cause: error });
    }
  };
}

/** A failure that has been reported already. */
export class StepFailed extends Error {}
