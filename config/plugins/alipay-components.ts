/** What Alipay takes and Taro does not write into its templates. */
export const components = {
  LivePlayer: {
    mode: "'live'",
    'floating-mode': "'none'",
    bindError: '',
    bindUserAction: '',
  },
  // Taro takes them out of the templates and not out of the runtime, which then counts two more: a slider's maximum
  // arrives as its name. Alipay passes over what it does not know.
  Slider: {
    'block-size': '28',
    'block-color': "'#ffffff'",
  },
}
