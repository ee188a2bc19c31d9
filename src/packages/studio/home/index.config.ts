export default definePageConfig({ navigationBarTitleText: '直播工作台' })
