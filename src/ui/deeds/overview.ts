import { lookAtAll } from '../stores/overview';
import { refresh } from './doing';

/** Shows what is known of every organization, and reads it again. */
export async function openOverview(): Promise<void> {
  await lookAtAll();
  await refresh();
}
