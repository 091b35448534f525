/** Names that lead in a circle, the first one again at the end; null where there is none. */
export function findCycle(importsOf: ReadonlyMap<string, readonly string[]>): string[] | null {
  const done = new Set<string>();
  const visit = (name: string, way: readonly string[]): string[] | null => {
    const at = way.indexOf(name);
    if (at !== -1) return [...way.slice(at), name];
    if (done.has(name)) return null;
    for (const next of importsOf.get(name) ?? []) {
      const cycle = visit(next, [...way, name]);
      if (cycle) return cycle;
    }
    done.add(name);
    return null;
  };
  for (const name of importsOf.keys()) {
    const cycle = visit(name, []);
    if (cycle) return cycle;
  }
  return null;
}
