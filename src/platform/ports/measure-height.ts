/** Height of the drawn element with this id on the page on top; 0 when it is not there. */
export type MeasureHeight = (id: string) => Promise<number>
