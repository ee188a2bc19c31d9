/** The part of the vendor's SDK that a live room uses; what it hands out is parsed before it is believed. */
export interface ChatSdk {
  login(options: { userID: string; userSig: string }): Promise<unknown>
  joinGroup(options: { groupID: string; type: string }): Promise<unknown>
  createTextMessage(options: {
    to: string
    conversationType: string
    priority: string
    payload: { text: string }
  }): unknown
  sendMessage(message: unknown): Promise<unknown>
  on(event: string, handler: (event: { data?: unknown }) => void): void
  /** Logs out and closes the socket; rejects when nobody was logged in, and is destroyed all the same. */
  destroy(): Promise<unknown>
}

/** Loads the SDK where it is not yet, and makes an instance of it. */
export type CreateSdk = (sdkAppId: number) => Promise<ChatSdk>

// The SDK's own constants (TencentCloudChat.EVENT and .TYPES), which its slim build exports without types.
export const SDK_EVENT = {
  ready: 'sdkStateReady',
  messages: 'onMessageReceived',
  network: 'netStateChange',
  kickedOut: 'kickedOut',
} as const
export const SDK_TYPE = {
  group: 'GROUP',
  liveRoom: 'AVChatRoom',
  text: 'TIMTextElem',
  systemNotice: 'TIMGroupSystemNoticeElem',
  normalPriority: 'Normal',
  highPriority: 'High',
} as const
