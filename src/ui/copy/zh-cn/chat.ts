export const chat = {
  log: '聊天',
  placeholder: '说点什么…',
  send: '发送',
  sending: '正在发送',
  failed: '没有发出去，点这里重发',
  host: '主播',
  newLines: (count: number) => `${count} 条新消息`,
  connecting: '正在连接聊天…',
  offline: '聊天断开了，正在重连…',
  welcome: '欢迎来到直播间，请文明发言',
  toLatest: '回到最新',
}
