import { MINUTE } from '../../core/duration';

const types = { ics: 'text/calendar', csv: 'text/csv', json: 'application/json' } as const;

/** Lets the browser save a text as a file; what kind of file it is, its name says. */
export function download(name: `${string}.${keyof typeof types}`, text: string): void {
  const kind = name.slice(name.lastIndexOf('.') + 1) as keyof typeof types; // its type says so
  const address = URL.createObjectURL(new Blob([text], { type: `${types[kind]};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // A download that first asks where to go still needs it.
  setTimeout(() => URL.revokeObjectURL(address), MINUTE);
}
