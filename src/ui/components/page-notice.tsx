import type { Notice } from '../on-screen';
import { NoticeLine } from './notice-line';
import './page-notice.css';

/** What was last said, at the lower edge of a long page, so that it is seen wherever its button was. */
export function PageNotice(props: { notice: Notice | null; onOpen?: (url: string) => void }) {
  return (
    <div class="page-notice">
      <NoticeLine {...props} />
    </div>
  );
}
