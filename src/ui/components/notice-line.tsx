import { message as m } from '../../platform/message';
import type { Notice } from '../on-screen';
import './notice-line.css';

type Props = { notice: Notice | null; onOpen?: (url: string) => void };

/** What was last said. Both regions are always there, so that a screen reader hears a change of their text. */
export function NoticeLine({ notice, onOpen }: Props) {
  const text = (role: Notice['role']) => (notice?.role === role ? notice.text : '');
  const page = notice?.page;
  return (
    <div class="notices">
      <p role="status">{text('status')}</p>
      <p role="alert">{text('alert')}</p>
      {page && onOpen && (
        <button type="button" class="beside-text" onClick={() => onOpen(page)}>
          {m('open_sign_in')}
        </button>
      )}
    </div>
  );
}
