import type { HostId, KnownHost } from '../../../core/host';
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

type OfPageProps = { host: KnownHost; onShow: (hostId: HostId) => void };

/** Says that the page belongs to another host than the one on the screen; it is shown when the user asks for it. */
export function OfPage({ host, onShow }: OfPageProps) {
  return (
    <section class="notice-card">
      <p>{m('page_of', host.name)}</p>
      <button type="button" onClick={() => onShow(host.id)}>
        {m('show_host', host.name)}
      </button>
    </section>
  );
}
