import { sureTokens, withoutTokens } from '../core/doctor/sure';

/** What people read, in the two forms in which it can be cleaned. */
const PLAIN = 'text/plain';
const READ = [PLAIN, 'text/html'];

export const plainTextOf = (data: DataTransfer): string => data.getData(PLAIN);

/** Whether a token is in what is pasted or dropped. */
export const holdsToken = (data: DataTransfer): boolean =>
  READ.some((type) => sureTokens(data.getData(type)).length > 0);

/** All of it, for later: the browser takes the original back when its event is over. */
export function copyOf(data: DataTransfer): DataTransfer {
  const copy = new DataTransfer();
  for (const type of data.types) if (type !== 'Files') copy.setData(type, data.getData(type));
  for (const file of data.files) copy.items.add(file);
  return copy;
}

/** A token in pieces, each in an element of its own, is in no text that could be cleaned. */
const isClean = (html: string) => sureTokens(html.replaceAll(/<[^>]*>/g, '')).length === 0;

/** The same without tokens: as text, as markup where that can be cleaned, and as nothing else, which nobody could read through. */
export function cleaned(data: DataTransfer): DataTransfer {
  const rest = new DataTransfer();
  for (const type of READ) {
    const text = withoutTokens(data.getData(type));
    if (text !== '' && (type === PLAIN || isClean(text))) rest.setData(type, text);
  }
  return rest;
}
