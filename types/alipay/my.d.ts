/** The part of Alipay's own object that Taro does not wrap. */
declare const my: {
  tradePay(options: {
    readonly tradeNO: string
    readonly success: (answer: { readonly resultCode: string | number }) => void
    readonly fail: (failure: unknown) => void
  }): void
  getAuthCode(options: {
    readonly scopes: string
    readonly success: (answer: { readonly authCode?: string }) => void
    readonly fail: (failure: unknown) => void
  }): void
}
