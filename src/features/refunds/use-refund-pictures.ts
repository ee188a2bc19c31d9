import { useCallback } from 'react'
import type { OrderId, PictureId } from '@/domain/ids'
import { backend } from '@/services/backend'
import { type PictureUpload, usePictureUpload } from '@/services/pictures'
import { MOST_PICTURES } from './refund-draft'
import type { RefundRequest } from './use-refund-request'

export interface RefundPictures extends Pick<
  PictureUpload<unknown>,
  'progress' | 'problem' | 'forgetProblem'
> {
  readonly add: () => Promise<void>
  readonly remove: (pictureId: PictureId) => void
}

/** What the person photographed for the shop, uploaded before the request is sent. */
export function useRefundPictures(orderId: OrderId, { draft, change }: RefundRequest): RefundPictures {
  const send = useCallback(
    (base64: string) => backend.call('orders', 'upload-refund-picture', { orderId, data: base64 }),
    [orderId],
  )
  const { pick, progress, problem, forgetProblem } = usePictureUpload(send)
  const { pictures } = draft

  async function add(): Promise<void> {
    if (progress !== null) return
    const added = await pick(MOST_PICTURES - pictures.length)
    if (added.length > 0) change({ pictures: [...pictures, ...added.map(({ value }) => value)] })
  }
  const remove = (pictureId: PictureId): void =>
    change({ pictures: pictures.filter((picture) => picture.pictureId !== pictureId) })
  return { progress, problem, forgetProblem, add, remove }
}
