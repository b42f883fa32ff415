import { message as m } from '../../../platform/message';

type Props = {
  /** Address of the page that the user looks at. */
  page: string;
  onAdd: (address: string) => void;
};

/** Offers to add what an open page belongs to; nothing is asked there before the user has allowed it. */
export function Offer({ page, onAdd }: Props) {
  return (
    <section class="notice-card">
      <p>{m('offer_host')}</p>
      <button type="button" onClick={() => onAdd(page)}>
        {m('add_page', new URL(page).host)}
      </button>
    </section>
  );
}
