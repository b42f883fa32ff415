import { namedFor } from '../narrower/named-for';

/**
 * What people call what they only try, or need for a while, in languages that put blanks between words. Left out are words
 * that mean something else in another language: French "temps", English "probe", "temporal" and "trial".
 */
const WORDS: ReadonlySet<string> = new Set(
  `test tests testing tmp temp temporary throwaway testen temporär temporaer vorläufig essai essais temporaire provisoire
  prueba pruebas provisional teste testes temporário provisório prova temporaneo provvisorio proef tijdelijk tymczasowy
  tymczasowe próbny zkouška dočasný tillfällig midlertidig testi väliaikainen deneme geçici δοκιμή προσωρινό тест тесты
  тестовый тестовая временный временно тестовий тимчасовий בדיקה טסט זמני اختبار الاختبار تجربة تجريبي مؤقت مؤقتة परीक्षण
  अस्थायी thử tạm coba sementara`.split(/\s+/),
);

/**
 * The same where words stand without blanks. The Japanese and the Korean word for "contest" end with that for "test":
 * nothing of the same script may stand before it, and in Japanese nothing behind.
 */
const WITHOUT_BLANKS =
  /测试|測試|临时|臨時|お試し|一時的|ทดสอบ|ชั่วคราว|(?<!\p{sc=Katakana}|ー)テスト(?!\p{sc=Katakana}|ー)|(?<!\p{sc=Hangul})(?:테스트|임시)/u;

/** Where a word begins inside of what is written together: `ciTest`, `CITest`. */
const INSIDE = /(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/gu;

/** A dot that small letters are left with where the capital had one: that of Turkish. */
const DOT = /\u0307/g;

/** Test plans are an area of Azure DevOps: who names them in a name does not try something out. */
const isForTests = (name: string) => namedFor(name) === 'test-results';

function hasWord(name: string): boolean {
  const written = name.normalize('NFKC');
  if (WITHOUT_BLANKS.test(written)) return true;
  const words = written.replace(INSIDE, ' ').toLowerCase().replace(DOT, '');
  return (words.match(/[\p{L}\p{M}]+/gu) ?? []).some((word) => WORDS.has(word));
}

/** Whether a name says that its token was for a test, or for a while; word for word: neither "latest" nor "contest". */
export const saysTest = (name: string): boolean => hasWord(name) && !isForTests(name);
