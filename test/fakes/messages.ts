import messages from '../../public/_locales/en/messages.json';

const texts: ReadonlyMap<string, { message: string }> = new Map(Object.entries(messages));

/** As the browser answers: nothing for a key that is not there. */
export function getMessage(key: string, values: string[] = []): string {
  const text = texts.get(key)?.message ?? '';
  return text.includes('$') ? text.replace(/\$(\d)/g, (_, index) => values[Number(index) - 1] ?? '') : text;
}
