import { pictureBox } from './picture-box'

it.each([null, 9 / 16, 1])('fills the screen with a picture of shape %s', (aspect) => {
  expect(pictureBox(aspect)).toEqual({ width: '100%', height: '100%' })
})

it('gives a wide picture a box of its own shape in the middle', () => {
  expect(pictureBox(16 / 9)).toMatchObject({ top: 'calc(50% - 28.13vw)', height: '56.25vw' })
})
