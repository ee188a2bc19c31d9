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
  requestSubscribeMessage(options: {
    readonly entityIds: readonly string[]
    readonly success: (answer: {
      readonly behavior: '' | 'subscribe' | 'cancel'
      /** "No, and never ask again". */
      readonly refuse?: boolean
      readonly result?: { readonly subscribedEntityIds?: readonly string[] }
    }) => void
    readonly fail: (failure: unknown) => void
  }): void
  /** Needs the permission that `<button open-type="getAuthorize" scope="phoneNumber">` asks for. */
  getPhoneNumber(options: {
    readonly success: (answer: { readonly response: string; readonly sign?: string }) => void
    readonly fail: (failure: unknown) => void
  }): void
}
