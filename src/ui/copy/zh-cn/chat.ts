export const chat = {
  log: '聊天',
  placeholder: '说点什么…',
  send: '发送',
  failed: '没有发出去，点这里重发',
  host: '主播',
  newLines: (count: number) => `${count} 条新消息`,
  connecting: '正在连接聊天…',
  offline: '聊天断开了，正在重连…',
  welcome: '欢迎来到直播间，请文明发言',
  kicked: '这个账号在别处进了直播间，点这里回来',
  problems: {
    'chat-empty': '说点什么再发送',
    'chat-too-long': '太长了，一次最多 200 个字',
    'chat-refused': '这句话没有通过审核，换个说法吧',
    'chat-muted': '你已被禁言，先看看商品吧',
    offline: '聊天断开了，没有发出去',
  },
}
