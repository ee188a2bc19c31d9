import { View } from '@tarojs/components'
import { useState } from 'react'
import type { ShopOrder } from '@/contracts/orders'
import { canShip } from '@/domain/order'
import { useMerchantOnce } from '@/services/once'
import { Button, ConfirmSheet, cx, errorWords, toast } from '@/ui'
import { RefundSheet } from './refund-sheet'
import { ShipSheet } from './ship-sheet'
import styles from './shop-order-view.module.scss'
import { hasRefundable, leftToShip } from './units'
import { type OrderNews, useOrderAction } from './use-order-action'
import { useShopOrderWords } from './words'

export interface OrderFootProps {
  readonly order: ShopOrder
  readonly place: 'page' | 'pane'
  readonly news: OrderNews
}

type OpenSheet = 'none' | 'ship' | 'refund' | 'close'

/** What the shop can do with the order as it stands; nothing is drawn when that is nothing. */
export function OrderFoot({ order, place, news }: OrderFootProps) {
  const words = useShopOrderWords()
  const [sheet, setSheet] = useState<OpenSheet>('none')
  const isShippable = canShip(order.status) && order.lines.some((line) => leftToShip(line) > 0)
  const isRefundable = hasRefundable(order.refundable)
  const isUnpaid = order.status === 'awaiting-payment'
  const close = (): void => setSheet('none')
  if (!isShippable && !isRefundable && !isUnpaid) return null
  return (
    <>
      <View className={cx(styles.foot, styles[`${place}Foot`])}>
        {isRefundable && (
          <Button kind="ghost" onTap={() => setSheet('refund')}>
            {words.refund}
          </Button>
        )}
        {isUnpaid && (
          <Button kind="danger" onTap={() => setSheet('close')}>
            {words.close}
          </Button>
        )}
        {isShippable && (
          <View className={cx(styles.footMain)}>
            <Button block onTap={() => setSheet('ship')}>
              {words.ship}
            </Button>
          </View>
        )}
      </View>
      <ShipSheet open={sheet === 'ship'} order={order} news={news} onClose={close} />
      <RefundSheet open={sheet === 'refund'} order={order} news={news} onClose={close} />
      <CloseOrder open={sheet === 'close'} order={order} news={news} onClose={close} />
    </>
  )
}

interface CloseOrderProps {
  readonly open: boolean
  readonly order: ShopOrder
  readonly news: OrderNews
  readonly onClose: () => void
}

function CloseOrder({ open, order, news, onClose }: CloseOrderProps) {
  const words = useShopOrderWords()
  const { act, isUnderWay, failure } = useOrderAction(useMerchantOnce('orders', 'close-order'), news)
  async function closeNow(): Promise<void> {
    if (!(await act({ orderId: order.id }))) return
    onClose()
    toast(words.closeDone)
  }
  const trouble = failure === null ? null : errorWords(failure.code)
  return (
    <ConfirmSheet
      open={open}
      title={words.closeTitle}
      hint={trouble === null ? words.closeHint : `${trouble.title}，${trouble.hint}`}
      yes={words.closeYes}
      no={words.keep}
      isDangerous
      busy={isUnderWay}
      onYes={() => void closeNow()}
      onNo={onClose}
    />
  )
}
