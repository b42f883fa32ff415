import { stored } from '../../platform/stored';

/** From now on nobody relies on the agenda before it is written anew; what it counts is shown until then. */
export async function forgetAgenda(): Promise<void> {
  await stored.agenda.update((agenda) => agenda && { ...agenda, until: 0 });
}
