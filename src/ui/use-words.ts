/** The words of one part, in the language this person reads. */
export interface UseWords<T> {
  (): T
  /** The same outside a component, as for a toast. */
  readonly current: () => T
}
