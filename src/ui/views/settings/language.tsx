import { LANGUAGE_IDS, LANGUAGES } from '../../../core/languages';
import type { Settings } from '../../../core/settings';
import { message as m } from '../../../platform/message';
import { Choice } from '../../components/fields/field';

type Chosen = Settings['language'];
type Props = { language: Chosen; onChange: (change: Partial<Settings>) => void };

/** In which language Patina speaks; each is named as its own speakers name it. */
export function LanguageSettings({ language, onChange }: Props) {
  const own = LANGUAGE_IDS.map((value) => ({ value, label: LANGUAGES[value] }));
  const options = [{ value: 'browser', label: m('language_browser') }, ...own];
  const choose = (value: string) => onChange({ language: LANGUAGE_IDS.find((each) => each === value) ?? 'browser' });
  return (
    <>
      <Choice id="language-choice" label={m('language_choice')} value={language} options={options} onChange={choose} />
      <p class="hint">{m('language_explain')}</p>
    </>
  );
}
