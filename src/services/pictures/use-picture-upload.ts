import { useCallback, useState } from 'react'
import type { Result } from '@/domain/result'
import { filePicker } from '@/platform'
import type { PickFailure } from '@/platform/ports/file-picker'
import type { CallError } from '../backend'

/** Why there is no picture: it could not be picked, or the server did not take it. */
export type UploadProblem =
  | { readonly kind: 'pick'; readonly failure: Exclude<PickFailure, 'cancelled'> }
  | { readonly kind: 'refused'; readonly names: readonly string[]; readonly error: CallError }

export interface PictureUpload<T> {
  /** How far the pictures are that are being uploaded now. */
  readonly progress: { readonly done: number; readonly all: number } | null
  readonly problem: UploadProblem | null
  /** Lets the person pick pictures; what the server says of those that arrived, by file name. */
  readonly pick: (max: number) => Promise<readonly { readonly name: string; readonly value: T }[]>
  /** The person has been to the settings: what was said about the last try is said no longer. */
  readonly forgetProblem: () => void
}

/** Pictures from this device to whoever `send` sends them to, one after the other: a phone's uplink is narrow. */
export function usePictureUpload<T>(
  send: (base64: string) => Promise<Result<T, CallError>>,
): PictureUpload<T> {
  const [progress, setProgress] = useState<PictureUpload<T>['progress']>(null)
  const [problem, setProblem] = useState<UploadProblem | null>(null)

  const pick = useCallback(
    async (max: number) => {
      setProblem(null)
      const picked = await filePicker.pickPictures(max)
      if (!picked.ok) {
        if (picked.error !== 'cancelled') setProblem({ kind: 'pick', failure: picked.error })
        return []
      }
      const sent: { readonly name: string; readonly value: T }[] = []
      const refused: string[] = []
      let error: CallError | null = null
      for (const [index, { name, content }] of picked.value.entries()) {
        setProgress({ done: index, all: picked.value.length })
        const answer = await send(content)
        if (answer.ok) sent.push({ name, value: answer.value })
        else {
          refused.push(name)
          error = answer.error
        }
      }
      setProgress(null)
      if (error !== null) setProblem({ kind: 'refused', names: refused, error })
      return sent
    },
    [send],
  )
  const forgetProblem = useCallback(() => setProblem(null), [])
  return { progress, problem, pick, forgetProblem }
}
