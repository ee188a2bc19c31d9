/** What WeChat's live-player takes and Taro does not write into its templates: texts that come with a picture. */
export const components = {
  LivePlayer: { 'enable-recv-message': 'false' },
}
