type ModuleInfo = { importedIds: readonly string[]; dynamicallyImportedIds: readonly string[] };
type Graph = { getModuleInfo(id: string): ModuleInfo | null };

/** All that these modules import, and what that imports, without what is loaded later. */
function reachedFrom(ids: readonly string[], graph: Graph): ReadonlySet<string> {
  const found = new Set<string>();
  const waiting = [...ids];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    waiting.push(...(graph.getModuleInfo(id)?.importedIds ?? []));
  }
  return found;
}

const loadedLaterBy = (ids: Iterable<string>, graph: Graph) =>
  [...ids].flatMap((id) => graph.getModuleInfo(id)?.dynamicallyImportedIds ?? []);

/**
 * Which file of the pages a module goes to. Each file costs a popup about a millisecond before it is read, so there are
 * few: what its first frame needs is one, what some need for it beside is another, and what they load later a third. No
 * module is named here but the popup's entry, which stays apart, since whoever shares a file with it would run it, and what
 * some need.
 */
export function chunksAround(entry: string, beside: string) {
  let first: ReadonlySet<string> | undefined;
  let some: ReadonlySet<string> | undefined;
  let later: ReadonlySet<string> | undefined;
  const name = (id: string, graph: Graph): string | null => {
    first ??= reachedFrom([entry], graph);
    some ??= reachedFrom([beside], graph);
    later ??= reachedFrom(loadedLaterBy(first, graph), graph);
    if (id === entry) return null;
    if (first.has(id)) return 'popup';
    if (some.has(id)) return 'some';
    return later.has(id) ? 'later' : null;
  };
  return { includeDependenciesRecursively: false, groups: [{ name }] };
}
