import { composeId, type RoomId } from '@/domain/ids'
import type { Shop } from './catalogue'

const padded = (text: string): string => `${text}00000000000000000000`.slice(0, 20)

/** Ids of seeded things are spelled, so that addresses in guides and tests stay good. */
export const merchantIdOf = (shop: Shop) => composeId('merchant', shop.merchant)
export const roomIdOf = (shop: Shop, key: string): RoomId =>
  composeId('room', padded(key), merchantIdOf(shop))
export const productIdOf = (shop: Shop, index: number) =>
  composeId('product', padded(`p${index + 1}x`), merchantIdOf(shop))
export const skuIdOf = (shop: Shop, index: number, sku: number) =>
  composeId('sku', padded(`p${index + 1}x${sku + 1}x`), merchantIdOf(shop))
export const pictureIdOf = (shop: Shop, index: number) =>
  composeId('picture', padded(`pic${index + 1}x`), merchantIdOf(shop))
export const couponIdOf = (shop: Shop, index: number) =>
  composeId('coupon', padded(`c${index + 1}x`), merchantIdOf(shop))
export const flashSaleIdOf = (shop: Shop) => composeId('flashSale', padded('f1x'), merchantIdOf(shop))
export const questionIdOf = (shop: Shop, index: number) =>
  composeId('question', padded(`q${index + 1}x`), merchantIdOf(shop))
export const userIdOf = (personaKey: string) => composeId('user', padded(personaKey.replaceAll('-', '')))
