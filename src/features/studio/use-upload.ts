import { useCallback } from 'react'
import type { MerchantId } from '@/domain/ids'
import { merchantBackend } from '@/services/backend'
import { type PictureUpload, usePictureUpload } from '@/services/pictures'

export interface Upload extends Omit<PictureUpload<unknown>, 'pick'> {
  /** Lets the person pick pictures; the addresses of those that arrived, by file name. */
  readonly pick: (max: number) => Promise<Readonly<Record<string, string>>>
}

/** Pictures from this device to the shop. */
export function useUpload(merchantId: MerchantId): Upload {
  const send = useCallback(
    (base64: string) => merchantBackend.call('shelf', 'upload-picture', { merchantId, base64 }),
    [merchantId],
  )
  const { pick: pickAndSend, ...upload } = usePictureUpload(send)
  const pick = useCallback(
    async (max: number) =>
      Object.fromEntries((await pickAndSend(max)).map(({ name, value }) => [name, value.url])),
    [pickAndSend],
  )
  return { ...upload, pick }
}
