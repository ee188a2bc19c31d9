import { err, ok, type Result } from '@/domain/result'
import type { FilePicker, PickedFile, PickFailure } from '../ports/file-picker'

const MAX_BYTES = 1_048_576

const pick = (accept: string, isMultiple: boolean): Promise<readonly File[]> =>
  new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = accept
    input.multiple = isMultiple
    input.addEventListener('change', () => {
      resolve([...(input.files ?? [])])
    })
    input.addEventListener('cancel', () => {
      resolve([])
    })
    input.click()
  })

/** Spreadsheets in China still save CSV as GB18030: bytes that are not UTF-8 are read as that. */
function decode(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

function base64(bytes: ArrayBuffer): string {
  return window.btoa(Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join(''))
}

async function read<T>(
  files: readonly File[],
  convert: (bytes: ArrayBuffer) => T,
): Promise<Result<readonly PickedFile<T>[], PickFailure>> {
  if (files.length === 0) return err('cancelled')
  if (files.some((file) => file.size > MAX_BYTES)) return err('too-large')
  try {
    return ok(
      await Promise.all(
        files.map(async (file) => ({ name: file.name, content: convert(await file.arrayBuffer()) })),
      ),
    )
  } catch {
    return err('unreadable')
  }
}

export const filePicker: FilePicker = {
  async pickText() {
    const picked = await read((await pick('.csv,text/csv', false)).slice(0, 1), decode)
    if (!picked.ok) return picked
    const [file] = picked.value
    return file === undefined ? err('cancelled') : ok(file)
  },
  async pickPictures(max) {
    return read((await pick('image/jpeg,image/png,image/webp', max > 1)).slice(0, max), base64)
  },
}
