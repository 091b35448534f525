/** Gives the items to several workers, each of which does one at a time. */
export async function shareOut<Item, Worker>(
  items: Iterable<Item>,
  workers: readonly Worker[],
  act: (item: Item, worker: Worker) => Promise<void>,
): Promise<void> {
  const queue = items[Symbol.iterator]();
  const work = async (worker: Worker): Promise<void> => {
    for (let next = queue.next(); !next.done; next = queue.next()) await act(next.value, worker);
  };
  await Promise.all(workers.map(work));
}
