import { ensureBuilt } from '../config/build-stamp'
import { personas } from './identity/personas'
import { openGateway } from './gateway'
import { readOptions } from './options'
import { startProduct } from './product'
import { explainStartProblem } from './start-problem'

/** `npm start`: the whole product on this machine, until Ctrl-C. */
async function main(): Promise<void> {
  if (process.env.NODE_ENV === 'production')
    throw new Error('npm start is the sandbox; it never runs in production')
  const options = readOptions(process.env)
  try {
    const gateway = await openGateway(options.port)
    if (await ensureBuilt('h5')) process.stdout.write('H5 client built\n')
    const product = await startProduct(options, gateway)
    onStopSignal(() => product.stop())
    process.stdout.write(welcome(product.url))
  } catch (cause) {
    const explanation = explainStartProblem(cause, options)
    process.stderr.write(
      `${explanation ?? (cause instanceof Error ? (cause.stack ?? cause.message) : String(cause))}\n`,
    )
    process.exit(1)
  }
}

function onStopSignal(stop: () => Promise<void>): void {
  let isStopping = false
  const onSignal = (): void => {
    // A second Ctrl-C is for those who cannot wait.
    if (isStopping) process.exit(130)
    isStopping = true
    stop().then(
      () => process.exit(0),
      (cause: unknown) => {
        process.stderr.write(`${String(cause)}\n`)
        process.exit(1)
      },
    )
  }
  process.on('SIGINT', onSignal)
  process.on('SIGTERM', onSignal)
}

const SHOWN = new Set(['wechat-lin', 'alipay-wang'])

function welcome(url: string): string {
  const rows = personas
    .filter(({ key, role }) => SHOWN.has(key) || role === 'host')
    .map(({ key, label }) => `  ${label.padEnd(20, '　')} ${url}/?as=${key}`)
  return [
    `ready ${url}`,
    '',
    '打开为 · open as',
    ...rows,
    '',
    'Ctrl-C 停止，数据会保留 · stops; the data stays',
    '',
  ].join('\n')
}

void main()
