import { describeDefects } from './testing/defects'

describeDefects('text', [
  {
    name: 'text after the end',
    text: '<plist><true/></plist>\nThanks!',
    code: 'text-after-end',
    at: [2, 1],
    repaired: '<plist><true/></plist>\n',
  },
  {
    name: 'HTML in a string',
    text: '<plist><string>a <b>c</string></plist>',
    code: 'element-in-value',
    at: [1, 18],
    repaired: '<plist><string>a &lt;b>c</string></plist>',
  },
  {
    name: 'a bare "<" in a string',
    text: '<plist><string>a < b</string></plist>',
    code: 'raw-less-than',
    at: [1, 18],
    repaired: '<plist><string>a &lt; b</string></plist>',
  },
  {
    name: 'bare "&" in strings',
    text: '<plist><array><string>a & b</string>\n<!-- & --><string>&amp;c&d=1</string></array></plist>',
    code: 'raw-ampersand',
    at: [1, 25],
    repaired:
      '<plist><array><string>a &amp; b</string>\n<!-- & --><string>&amp;c&amp;d=1</string></array></plist>',
  },
  {
    name: 'an HTML entity',
    text: '<plist><string>a&nbsp;b</string></plist>',
    code: 'unknown-entity',
    at: [1, 17],
    repaired: '<plist><string>a\u00a0b</string></plist>',
  },
  {
    name: 'an unknown entity',
    text: '<plist><string>&constructor;</string></plist>',
    code: 'unknown-entity',
    at: [1, 16],
    repaired: '<plist><string>&amp;constructor;</string></plist>',
  },
  {
    name: 'a reference to a forbidden character',
    text: '<plist><string>a&#1;</string></plist>',
    code: 'illegal-reference',
    at: [1, 17],
    repaired: '<plist><string>a</string></plist>',
  },
  {
    name: 'the end of a CDATA section without its start',
    text: '<plist><string>a]]>b</string></plist>',
    code: 'cdata-end-in-text',
    at: [1, 17],
    repaired: '<plist><string>a]]&gt;b</string></plist>',
  },
  {
    name: 'text between values',
    text: '<plist><dict>\n\tNOTE\n<key>a</key>\nx<true/></dict></plist>',
    code: 'text-outside-value',
    at: [2, 2],
    repaired: '<plist><dict>\n<key>a</key>\n<true/></dict></plist>',
  },
])
