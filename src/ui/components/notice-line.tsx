import type { Notice } from '../state';

/** What was last said. Both regions are always there, so that a screen reader hears a change of their text. */
export function NoticeLine({ notice }: { notice: Notice | null }) {
  const text = (role: Notice['role']) => (notice?.role === role ? notice.text : '');
  return (
    <div class="notices">
      <p role="status">{text('status')}</p>
      <p role="alert">{text('alert')}</p>
    </div>
  );
}
