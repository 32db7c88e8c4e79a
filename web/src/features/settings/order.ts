/** The list with the item at `index` moved one place up or down. */
export function moved<Item>(list: readonly Item[], index: number, by: -1 | 1): Item[] {
  const rest = list.toSpliced(index, 1);
  return rest.toSpliced(index + by, 0, ...list.slice(index, index + 1));
}
