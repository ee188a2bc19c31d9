export default definePageConfig({ navigationBarTitleText: '优惠与库存' })
