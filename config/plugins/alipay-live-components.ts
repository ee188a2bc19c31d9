/** What Alipay's live-player takes and Taro does not write into its templates. */
export const components = {
  LivePlayer: {
    mode: "'live'",
    'floating-mode': "'none'",
    bindError: '',
    bindUserAction: '',
  },
}
