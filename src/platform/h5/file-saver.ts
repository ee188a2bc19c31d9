import { ok } from '@/domain/result'
import type { FileSaver } from '../ports/file-saver'

/** Browsers read the address some time after the click, so it is given up later. */
const KEPT_MS = 60_000

export const fileSaver: FileSaver = {
  way: 'download',
  async saveText(name, text) {
    const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }))
    const link = document.createElement('a')
    link.href = url
    link.download = name
    link.click()
    setTimeout(() => {
      URL.revokeObjectURL(url)
    }, KEPT_MS)
    return ok(null)
  },
}
