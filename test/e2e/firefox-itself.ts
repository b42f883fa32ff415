/** What a test has Firefox itself do, with the browser's own rights. */

/** What the clipboard holds. */
export const CLIPBOARD = `
  const transferable = Cc['@mozilla.org/widget/transferable;1'].createInstance(Ci.nsITransferable);
  transferable.init(null);
  transferable.addDataFlavor('text/plain');
  Services.clipboard.getData(transferable, Services.clipboard.kGlobalClipboard);
  const data = {};
  try { transferable.getTransferData('text/plain', data); } catch { return ''; }
  return data.value.QueryInterface(Ci.nsISupportsString).data;`;

/** Ends the event page as Firefox does when it has nothing to do. */
export const END_BACKGROUND = `
  const { extension } = WebExtensionPolicy.getByID('patina@patina.example');
  await extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true });`;

/** Whether any certificate will do. */
export const SET_DISTRUST = `
  Cc['@mozilla.org/security/certoverride;1'].getService(Ci.nsICertOverrideService)
    .setDisableAllSecurityChecksAndLetAttackersInterceptMyData(!given[0]);`;

/** A question of the browser's for a host is answered with yes, as it cannot be pressed from outside. */
export const SAY_YES = `Services.prefs.setBoolPref('extensions.webextOptionalPermissionPrompts', false);`;

/** Signs in without a page, by what the server gives for it. */
export const ADD_COOKIE = `
  const [name, value] = given[0].split('=');
  const nextYear = Date.now() + 365 * 86_400_000;
  for (const each of [name, 'HostAuthentication'])
    Services.cookies.add('.dev.azure.com', '/', each, value, true, true, false, nextYear, {}, Ci.nsICookie.SAMESITE_NONE, Ci.nsICookie.SCHEME_HTTPS);`;

/** Leaves one tab, a blank one for which no process is started: a window without a tab would close. */
export const LEAVE_ONE_TAB = `
  const here = Services.wm.getMostRecentWindow('navigator:browser');
  for (const each of Services.wm.getEnumerator('navigator:browser')) if (each !== here) each.close();
  const { gBrowser } = here;
  const triggeringPrincipal = Services.scriptSecurityManager.getSystemPrincipal();
  gBrowser.selectedTab = gBrowser.addTab('about:blank', { forceNotRemote: true, triggeringPrincipal });
  const others = gBrowser.tabs.filter((tab) => tab !== gBrowser.selectedTab);
  for (const tab of others) gBrowser.removeTab(tab, { animate: false, skipPermitUnload: true });`;

/** Forgets what a test has left behind outside of the extension. */
export const LEAVE_NOTHING = `
  const { ContextualIdentityService } = ChromeUtils.importESModule('resource://gre/modules/ContextualIdentityService.sys.mjs');
  for (const { userContextId } of ContextualIdentityService.getPublicIdentities().slice()) ContextualIdentityService.remove(userContextId);
  const { CLEAR_COOKIES, CLEAR_ALL_CACHES, CLEAR_DOM_STORAGES } = Ci.nsIClearDataService;
  await new Promise((resolve) => Services.clearData.deleteData(CLEAR_COOKIES | CLEAR_ALL_CACHES | CLEAR_DOM_STORAGES, resolve));
  Services.clipboard.emptyClipboard(Services.clipboard.kGlobalClipboard);
  Services.prefs.clearUserPref('extensions.webextOptionalPermissionPrompts');
  Cc['@mozilla.org/security/certoverride;1'].getService(Ci.nsICertOverrideService)
    .setDisableAllSecurityChecksAndLetAttackersInterceptMyData(true);`;

/** The address of the tab that shows a token, once there is one. */
export const TAB_OF_TOKEN = `
  const { gBrowser } = Services.wm.getMostRecentWindow('navigator:browser');
  const addresses = gBrowser.tabs.map(({ linkedBrowser }) => linkedBrowser.currentURI.spec);
  return addresses.find((each) => each.includes('#token=')) ?? '';`;
