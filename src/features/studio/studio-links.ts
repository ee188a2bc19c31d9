import type { MerchantId, RoomId } from '@/domain/ids'

/** Where the studio's pages lead; the pages know the addresses. */
export interface StudioLinks {
  readonly onPlan: (merchantId: MerchantId) => void
  readonly onImport: (merchantId: MerchantId) => void
  readonly onOrders: (merchantId: MerchantId) => void
  readonly onOffers: (merchantId: MerchantId) => void
  readonly onReconciliation: (merchantId: MerchantId) => void
  readonly onConsole: (roomId: RoomId) => void
  readonly onStream: (roomId: RoomId) => void
  readonly onRoom: (roomId: RoomId) => void
}
