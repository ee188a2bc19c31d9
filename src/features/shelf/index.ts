export { BagButton } from './bag-button'
export { ExplainCard } from './explain-card'
export { ShelfList } from './shelf-list'
export { ShelfSheet } from './shelf-sheet'
