// The package types only its all-in-one build; the modular build, half its size, comes without declarations.
declare module 'tim-js-sdk/index.es.js' {
  import type TencentCloudChat from 'tim-js-sdk'

  type Options = Parameters<typeof TencentCloudChat.create>[0] & {
    modules?: Readonly<Record<string, unknown>>
    unlimitedAVChatRoom?: boolean
    disableIndependentDomain?: boolean
  }

  type Complete = ReturnType<typeof TencentCloudChat.create>
  // the package declares its string constants as an enum that no string fits
  type Instance = Omit<Complete, 'joinGroup' | 'createTextMessage'> & {
    joinGroup(options: { groupID: string; type: string }): Promise<unknown>
    createTextMessage(options: {
      to: string
      conversationType: string
      priority: string
      payload: { text: string }
    }): unknown
  }

  const sdk: Omit<typeof TencentCloudChat, 'create'> & {
    create(options: Options): Instance
  }
  export default sdk
}

declare module 'tim-js-sdk/modules/group-module.js' {
  const module: unknown
  export default module
}
