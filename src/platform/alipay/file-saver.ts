import { err } from '@/domain/result'
import type { FileSaver } from '../ports/file-saver'

/** Alipay shows documents but hands on no file that a mini-program wrote. */
export const fileSaver: FileSaver = {
  way: 'none',
  saveText: async () => err('failed'),
}
