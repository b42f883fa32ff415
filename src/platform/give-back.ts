import { browser } from './browser';

/** Gives back everything that was allowed since the installation. */
export async function giveBackAll(): Promise<void> {
  const { origins = [], permissions = [] } = await browser.permissions.getAll();
  const { host_permissions: ownHosts = [], permissions: own = [] } = browser.runtime.getManifest();
  const given = {
    origins: origins.filter((each) => !ownHosts.includes(each)),
    permissions: permissions.filter((each) => !own.includes(each)),
  };
  if (given.origins.length + given.permissions.length > 0) await browser.permissions.remove(given as never); // as they were given
}
