import * as z from 'zod/mini';
import type { Language } from '../../core/languages';
import { browser } from '../browser';
import type { Texts } from '../message';

const Messages = z.record(z.string(), z.object({ message: z.string() }));

async function read(language: Language): Promise<Texts> {
  const answer = await fetch(browser.runtime.getURL(`_locales/${language}/messages.json`));
  const messages = Messages.parse(await answer.json());
  return Object.fromEntries(Object.entries(messages).map(([key, { message }]) => [key, message]));
}

/** The texts of a language, from the files of the package that the browser itself takes them from: what one lacks is in English there, too. */
export async function textsOf(language: Language): Promise<Texts> {
  const [english, own] = await Promise.all([read('en'), read(language)]);
  return { ...english, ...own };
}
