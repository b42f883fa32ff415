import { useRef } from 'preact/hooks';
import { MOST_FOUND } from '../../../core/doctor/find';
import { message as m } from '../../../platform/message';
import { plural } from '../../../platform/words';
import { Field } from '../../components/fields/field';
import { Title } from '../../components/frames/title';
import { Why } from '../../components/why';
import type { Examined } from '../../on-screen';
import type { Act } from '../../token-menu';
import { tooLongInWords } from '../../words/doctor';
import { FoundItem } from './found-item';
import './doctor.css';

type Props = {
  /** What was found in the last text, unless that was too long; `null` before there was one. */
  examined: readonly Examined[] | 'too-long' | null;
  /** How many requests a token can cost. */
  reads: number;
  /** Changes when everything is to be forgotten, also what stands in the field. */
  turn: number;
  localNow: number;
  onInput: () => void;
  onExamine: (text: string) => void;
  onAct: Act;
};

function Form({ turn, onInput, onExamine }: Pick<Props, 'turn' | 'onInput' | 'onExamine'>) {
  const field = useRef<HTMLTextAreaElement>(null);
  const examine = (event: Event) => {
    event.preventDefault();
    const text = field.current?.value ?? '';
    if (text.trim() === '') field.current?.focus();
    else onExamine(text);
  };
  // `autocomplete` keeps the text out of what a browser writes down for its next start. The field is made anew, and is
  // empty, when what was in it is to be forgotten.
  return (
    <form onSubmit={examine} class="doctor-form">
      <Field label={m('doctor_text')}>
        <textarea key={turn} ref={field} rows={6} autocomplete="off" spellcheck={false} onInput={onInput} />
      </Field>
      <div class="buttons">
        <button type="submit" class="primary">
          {m('examine')}
        </button>
      </div>
    </form>
  );
}

function stateInWords(examined: Props['examined']): string {
  if (examined === null) return '';
  if (examined === 'too-long') return tooLongInWords();
  if (examined.length === 0) return m('found_none');
  if (examined.some(({ isDone }) => !isDone)) return m('examining');
  const count = examined.length;
  return count < MOST_FOUND ? plural('found_count', count) : m('found_most', String(count));
}

/** Finds out what the tokens in a text are. */
export function Doctor({ examined, reads, localNow, onAct, ...form }: Props) {
  const found = examined === 'too-long' ? [] : (examined ?? []);
  return (
    <section class="doctor">
      <Title>{m('doctor')}</Title>
      <p>{m('doctor_explain')}</p>
      <Form {...form} />
      <p class="hint">{reads === 0 ? m('doctor_no_hosts') : plural('doctor_cost', reads)}</p>
      <Why>{m('doctor_why')}</Why>
      <p role="status">{stateInWords(examined)}</p>
      {found.length > 0 && (
        <ul aria-label={m('found')} class="found">
          {found.map((one, index) => (
            <FoundItem key={`${form.turn} ${index}`} one={one} localNow={localNow} onAct={onAct} />
          ))}
        </ul>
      )}
    </section>
  );
}
