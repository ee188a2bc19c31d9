/** There is no `process` in a super-app: the build replaces these few expressions by their values. */
declare const process: {
  readonly env: {
    readonly NODE_ENV: 'development' | 'production' | 'test'
    readonly TARO_ENV: 'weapp' | 'alipay' | 'h5'
    /** Where the functions answer, without a trailing slash; empty on H5, which is served by them. */
    readonly LIVESTALL_ORIGIN: string | undefined
    /** The WeChat cloud environment to call functions in; empty to use HTTPS. */
    readonly LIVESTALL_CLOUD_ENV: string | undefined
    /** `1` once Alipay has admitted the mini-program to its live-player. */
    readonly LIVESTALL_ALIPAY_LIVE: string | undefined
    /** Alipay's customer service (云客服): the merchant's number and their window's; empty when there is none. */
    readonly LIVESTALL_ALIPAY_CONTACT_TENANT: string | undefined
    readonly LIVESTALL_ALIPAY_CONTACT_SCENE: string | undefined
    /** Where the chat SDK connects instead of the vendor; `same-origin` on H5; empty in production. */
    readonly LIVESTALL_IM_PROXY: string | undefined
  }
}
