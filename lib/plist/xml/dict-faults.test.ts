import { describeDefects } from '../fixtures/defects'

describeDefects('keys, values and roots', [
  {
    name: 'a plist without a value',
    text: '<plist>\n</plist>',
    code: 'empty-plist',
    at: [1, 1],
    repaired: null,
  },
  {
    name: 'a plist in a plist',
    text: '<plist><plist><true/></plist></plist>',
    code: 'nested-plist',
    at: [1, 8],
    repaired: null,
  },
  {
    name: 'two values in a plist',
    text: '<plist><true/>\n<false/></plist>',
    code: 'two-roots',
    at: [2, 1],
    repaired: null,
  },
  {
    name: 'two documents',
    text: '<plist><true/></plist>\n<plist><true/></plist>',
    code: 'two-roots',
    at: [2, 1],
    repaired: null,
  },
  {
    name: 'a key followed by a key',
    text: '<plist><dict>\n<key>a</key>\n<key>b</key><true/></dict></plist>',
    code: 'key-without-value',
    at: [2, 1],
    repaired: null,
  },
  {
    name: 'a key at the end of its dict',
    text: '<plist><dict>\n<key>a</key>\n</dict></plist>',
    code: 'key-without-value',
    at: [2, 1],
    repaired: null,
  },
  {
    name: 'two values for one key',
    text: '<plist><dict><key>a</key><true/>\n<false/>\n</dict></plist>',
    code: 'second-value',
    at: [2, 1],
    repaired: null,
  },
  {
    name: 'a value before the first key',
    text: '<plist><dict>\n<true/>\n<key>a</key><true/></dict></plist>',
    code: 'value-without-key',
    at: [2, 1],
    repaired: null,
  },
  {
    name: 'a dict without any key',
    text: '<plist><dict><dict><key>a</key><true/></dict><true/></dict></plist>',
    code: 'dict-without-keys',
    at: [1, 14],
    repaired: '<plist><array><dict><key>a</key><true/></dict><true/></array></plist>',
  },
  {
    name: 'a key in an array',
    text: '<plist><array><key>a</key></array></plist>',
    code: 'misplaced-key',
    at: [1, 15],
    repaired: null,
  },
])
