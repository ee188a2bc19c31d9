import { Button } from '@tarojs/components'
import { err, ok } from '@/domain/result'
import type { PhoneProof, PhoneTagProps, TakeProof } from '../ports/phone-proof'

/**
 * 获取会员手机号: the message is whole in `response`, as text; clients have also answered with its signature beside it.
 * Our server opens it, and takes it as JSON either way.
 */
function askWith(onProof: TakeProof): void {
  my.getPhoneNumber({
    success: (answer) => onProof(ok('sign' in answer ? JSON.stringify(answer) : answer.response)),
    fail: () => onProof(err('unavailable')),
  })
}

/** The tag asks for the permission only. Its error is a refusal, or the system's: nothing documented tells them apart. */
const Tag = ({ className, isOff, onProof, children }: PhoneTagProps) => (
  <Button
    className={className}
    openType="getAuthorize"
    scope="phoneNumber"
    disabled={isOff}
    onGetAuthorize={() => askWith(onProof)}
    onError={() => onProof(err('refused'))}
  >
    {children}
  </Button>
)

export const phoneProof: PhoneProof = { kind: 'tag', Tag }
