import { clipboard } from './clipboard'

describe('the clipboard of a browser', () => {
  const copied: string[] = []
  const execCommand = jest.fn(() => true)

  beforeEach(() => {
    copied.length = 0
    execCommand.mockReset().mockImplementation(() => {
      copied.push(document.querySelector('textarea')?.value ?? '')
      return true
    })
    Object.assign(document, { execCommand })
    Object.assign(navigator, { clipboard: undefined })
  })

  it('is written the new way where there is one', async () => {
    const writeText = jest.fn(async () => undefined)
    Object.assign(navigator, { clipboard: { writeText } })
    await clipboard.write('o_1')
    expect(writeText).toHaveBeenCalledWith('o_1')
    expect(execCommand).not.toHaveBeenCalled()
  })

  it('is written the old way over plain HTTP, leaving nothing behind', async () => {
    await clipboard.write('o_1')
    expect(copied).toEqual(['o_1'])
    expect(document.querySelector('textarea')).toBeNull()
  })

  it('says when it was not written', async () => {
    execCommand.mockReturnValue(false)
    await expect(clipboard.write('o_1')).rejects.toThrow('does not let pages copy')
  })
})
