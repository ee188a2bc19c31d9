export default definePageConfig({ navigationBarTitleText: '直播间', navigationStyle: 'custom', disableScroll: true })
