import { textsOf } from '../platform/language/package-texts';
import { type Kept, opened, SPOKEN, versionNow } from '../platform/language/spoken';
import { inBackground, log } from '../platform/log';
import { speak } from '../platform/message';
import { queue } from '../platform/queue';
import { rawValues } from '../platform/raw';
import { writeNow } from '../platform/storage-item';
import { stored } from '../platform/stored';
import { language as spokenNow } from '../platform/words';
import { buildMenu } from './context-menu';
import { keepGuard } from './guard';

/** As one text, which a browser hands over faster than a thousand. */
const kept = (whole: Kept) => JSON.stringify(whole);

/** Speaks as the settings say, and keeps the texts for whoever starts next. Answers whether that is another language than before. */
async function change(): Promise<boolean> {
  const before = spokenNow();
  const { language } = await stored.settings.get();
  const found = opened((await rawValues('local', [SPOKEN]))[SPOKEN]);
  const isKept = (found?.language ?? 'browser') === language;
  const texts = isKept ? (found?.texts ?? null) : language === 'browser' ? null : await textsOf(language);
  speak(texts); // first: what the write sets going is worked out in these words
  if (!isKept) await writeNow('local', { [SPOKEN]: texts && kept({ language, texts, version: versionNow() }) });
  return spokenNow() !== before;
}

const inOrder = queue();

/**
 * Brings all words to the language of the settings: those of the pages, which look at what is kept, those that the
 * browser shows for us, and the paste guard's. Where a file of our own cannot be read, they stay as they are.
 */
export async function speakAsChosen(): Promise<void> {
  try {
    if (!(await inOrder(change))) return;
    inBackground('paste guard', keepGuard());
    await buildMenu();
  } catch (error) {
    log.warn('language', error);
  }
}
