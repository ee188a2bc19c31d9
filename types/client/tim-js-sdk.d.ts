// The package types only its all-in-one build; the modular build, half its size, comes without declarations.
declare module 'tim-js-sdk/index.es.js' {
  import type TencentCloudChat from 'tim-js-sdk'

  type Options = Parameters<typeof TencentCloudChat.create>[0] & {
    modules?: Readonly<Record<string, unknown>>
    unlimitedAVChatRoom?: boolean
    disableIndependentDomain?: boolean
  }

  const sdk: Omit<typeof TencentCloudChat, 'create'> & {
    create(options: Options): ReturnType<typeof TencentCloudChat.create>
  }
  export default sdk
}

declare module 'tim-js-sdk/modules/group-module.js' {
  const module: unknown
  export default module
}
