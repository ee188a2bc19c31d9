export { type Table, type TableImport, useTableImport } from './use-table-import'
