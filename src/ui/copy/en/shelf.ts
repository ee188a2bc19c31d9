import type { Copy } from '../zh-cn'

export const shelf: Copy['shelf'] = {
  title: (count) => `All products ${count}`,
  bag: (count) => (count === 1 ? 'Shelf, 1 product' : `Shelf, ${count} products`),
  left: (count) => `${count} left`,
  soldOut: 'Sold out',
  explaining: 'Now showing',
  kinds: (count) => (count === 1 ? '1 kind' : `${count} kinds`),
  over: 'Over',
  clear: 'Clear',
  more: (count) => `${count} more`,
  buy: 'Buy',
  buyLabel: (name) => `Buy ${name}`,
  search: 'Search the shelf',
  searchEmpty: 'Nothing like that',
  searchHint: 'Try another word, or clear it to see everything',
  emptyTitle: 'The shelf is empty',
  emptyHint: 'It fills as soon as the host puts something on',
}
