import { err, ok, type Result } from '@/domain/result'
import type { SignIn, SignInFailure } from '../ports/sign-in'

type Code = Result<{ readonly host: 'alipay'; readonly code: string }, SignInFailure>

export const signIn: SignIn = {
  getCode: () =>
    new Promise<Code>((resolve) => {
      my.getAuthCode({
        scopes: 'auth_base',
        success: ({ authCode }) => {
          resolve(authCode ? ok({ host: 'alipay', code: authCode }) : err('refused'))
        },
        fail: () => {
          resolve(err('offline'))
        },
      })
    }),
}
