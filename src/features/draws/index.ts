export { DrawBadge } from './draw-badge'
export { DrawSheet } from './draw-sheet'
