export default definePageConfig({ navigationBarTitleText: '推流地址' })
