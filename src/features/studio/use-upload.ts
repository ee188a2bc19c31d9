import { useCallback, useState } from 'react'
import type { MerchantId } from '@/domain/ids'
import { filePicker } from '@/platform'
import type { PickFailure } from '@/platform/ports/file-picker'
import { backend, type CallError } from '@/services/backend'

/** Why there is no picture: it could not be picked, or the server did not take it. */
export type UploadProblem =
  | { readonly kind: 'pick'; readonly failure: Exclude<PickFailure, 'cancelled'> }
  | { readonly kind: 'refused'; readonly names: readonly string[]; readonly error: CallError }

export interface Upload {
  /** How far the pictures are that are being uploaded now. */
  readonly progress: { readonly done: number; readonly all: number } | null
  readonly problem: UploadProblem | null
  /** Lets the person pick pictures; the addresses of those that arrived, by file name. */
  readonly pick: (max: number) => Promise<Readonly<Record<string, string>>>
  /** The person has been to the settings: what was said about the last try is said no longer. */
  readonly forgetProblem: () => void
}

/** Pictures from this device to the shop, one after the other: a phone's uplink is narrow. */
export function useUpload(merchantId: MerchantId): Upload {
  const [progress, setProgress] = useState<Upload['progress']>(null)
  const [problem, setProblem] = useState<UploadProblem | null>(null)

  const pick = useCallback(
    async (max: number) => {
      setProblem(null)
      const picked = await filePicker.pickPictures(max)
      if (!picked.ok) {
        if (picked.error !== 'cancelled') setProblem({ kind: 'pick', failure: picked.error })
        return {}
      }
      const urls: Record<string, string> = {}
      const refused: string[] = []
      let error: CallError | null = null
      for (const [index, { name, content }] of picked.value.entries()) {
        setProgress({ done: index, all: picked.value.length })
        const uploaded = await backend.call('shelf', 'upload-picture', { merchantId, base64: content })
        if (uploaded.ok) urls[name] = uploaded.value.url
        else {
          refused.push(name)
          error = uploaded.error
        }
      }
      setProgress(null)
      if (error !== null) setProblem({ kind: 'refused', names: refused, error })
      return urls
    },
    [merchantId],
  )
  const forgetProblem = useCallback(() => setProblem(null), [])
  return { progress, problem, pick, forgetProblem }
}
