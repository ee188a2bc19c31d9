/** What a spreadsheet takes for the beginning of a formula. */
const FORMULA = /^[=+\-@\t\r]/

/** A long run of digits would be shown rounded, as 1.23E+17. */
const LONG_NUMBER = /^\d{11,}$/

/** One line of CSV. What people typed is text: nothing in it is run when the file is opened. */
export const csvLine = (cells: readonly string[]): string =>
  cells
    .map((cell) => (FORMULA.test(cell) ? `'${cell}` : LONG_NUMBER.test(cell) ? `\t${cell}` : cell))
    .map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell))
    .join(',')
