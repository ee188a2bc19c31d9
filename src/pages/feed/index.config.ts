export default definePageConfig({ navigationBarTitleText: '同场', enablePullDownRefresh: true })
