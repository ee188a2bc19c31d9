import Taro from '@tarojs/taro'
import { err, ok } from '@/domain/result'
import type { SignIn } from '../ports/sign-in'

export const signIn: SignIn = {
  async getCode() {
    try {
      const { code } = await Taro.login()
      return code ? ok({ host: 'weapp', code }) : err('refused')
    } catch {
      return err('offline')
    }
  },
}
