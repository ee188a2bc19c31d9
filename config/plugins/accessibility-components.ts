/** What screen readers are told. Taro writes none of it into the templates of a mini-program. */
export const components = {
  View: {
    'aria-checked': '',
    'aria-disabled': '',
    'aria-label': '',
    'aria-live': '',
    'aria-selected': '',
    role: '',
  },
  Text: { 'aria-hidden': '', 'aria-label': '', 'aria-live': '', role: '' },
  Button: { 'aria-label': '' },
  Image: { 'aria-label': '' },
  Input: { 'aria-label': '' },
  Textarea: { 'aria-label': '' },
}
