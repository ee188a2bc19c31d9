import { runMutations } from './run-mutations'

runMutations()
  .then(({ failed }) => {
    if (failed > 0) process.exitCode = 1
  })
  .catch((error: unknown) => {
    console.error(error)
    process.exitCode = 1
  })
