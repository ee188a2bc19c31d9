/** The one merchant of the sandboxes, as the wallets know it. The numbers have the wallets' own shapes. */
export const merchant = {
  name: 'Livestall 同场',
  wechatAppId: 'wx5a0d0b0c5a0d0b0c',
  wechatMerchantId: '1900000001',
  wechatMerchantSerial: '5157F09EFDC096DE15EBE81A47057A7232F1B8E1',
  wechatPlatformKeyId: 'PUB_KEY_ID_0119000000012025112300000000000001',
  alipayAppId: '2021000000000001',
  alipaySellerId: '2088000000000001',
} as const
