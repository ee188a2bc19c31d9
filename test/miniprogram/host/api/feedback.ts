import { ask, box, layOver, takeAway } from '../over'
import type { Api, HostParts } from '../world'
import { text, type MakePlayable, type Options } from './playable'

const TOAST_MS = 1500

/** What the super-app says over the page, and what it asks. */
export function feedbackApi({ world }: HostParts, playable: MakePlayable): Api {
  const words = (options: Options): string => text(options, 'title') || text(options, 'content')
  let timer = 0
  const toast = (options: Options): void => {
    clearTimeout(timer)
    layOver('toast', box('status', words(options)))
    timer = window.setTimeout(
      () => {
        takeAway('toast')
      },
      Number(options.duration ?? TOAST_MS),
    )
  }
  const hide = (): void => {
    takeAway('toast')
  }
  const copy = (data: string): void => {
    world.clipboard = data
  }
  return {
    showToast: playable('showToast', toast),
    hideToast: playable('hideToast', hide),
    showLoading: playable('showLoading', (options) => {
      layOver('toast', box('status', words(options)))
    }),
    hideLoading: playable('hideLoading', hide),
    showModal: playable('showModal', async (options) => {
      const no = text(options, 'cancelText') || '取消'
      const yes = text(options, 'confirmText') || '确定'
      const chosen = await ask([text(options, 'title'), text(options, 'content')], [no, yes])
      return { confirm: chosen === yes, cancel: chosen === no }
    }),
    confirm: playable('confirm', async (options) => {
      const no = text(options, 'cancelButtonText') || '取消'
      const yes = text(options, 'confirmButtonText') || '确定'
      return { confirm: (await ask([text(options, 'title'), text(options, 'content')], [no, yes])) === yes }
    }),
    setClipboardData: playable('setClipboardData', (options) => {
      copy(text(options, 'data'))
    }),
    setClipboard: playable('setClipboard', (options) => {
      copy(text(options, 'text'))
    }),
  }
}
