import { Button } from '@tarojs/components'
import { err, ok, type Result } from '@/domain/result'
import type { NoProof, PhoneProof, PhoneTagProps } from '../ports/phone-proof'

interface Detail {
  readonly code?: string
  readonly errMsg?: string
}

/** 手机号快速验证组件: a code that our server trades, or `getPhoneNumber:fail user deny` and the like. */
function proofIn({ code = '', errMsg = '' }: Detail): Result<string, NoProof> {
  if (code !== '') return ok(code)
  return err(/deny|cancel/.test(errMsg) ? 'refused' : 'unavailable')
}

const Tag = ({ className, isOff, onProof, children }: PhoneTagProps) => (
  <Button
    className={className}
    openType="getPhoneNumber"
    disabled={isOff}
    onGetPhoneNumber={({ detail }) => onProof(proofIn(detail))}
  >
    {children}
  </Button>
)

export const phoneProof: PhoneProof = { kind: 'tag', Tag }
