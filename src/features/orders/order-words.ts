import type { Order } from '@/contracts/orders'

export const piecesOf = ({ lines }: Order): number => lines.reduce((sum, { quantity }) => sum + quantity, 0)

export function toneOf({ status, refund }: Order): 'warn' | 'good' | 'muted' {
  if (refund !== null) return 'warn'
  return ({ 'awaiting-payment': 'warn', paid: 'good', closed: 'muted' } as const)[status]
}
